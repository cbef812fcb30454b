"""Which dots do not end a sentence: abbreviations of the languages we cut, by what may follow them."""

from __future__ import annotations

from briefing.assist.wordlists import words

# A name or a number follows: never the end of a sentence.
TITLES = words("""
    mr mrs ms mx dr prof gen col lt maj sgt capt cmdr adm brig cpl sen rep gov pres rev hon st ste
    mt ft messrs mmes amb supt insp fr sr sra srta dña hr ing dipl vs cf eg ie viz ca bzw zzgl inkl
    evtl ggf sog vgl gem mme mlle mgr lic arq pdte ee mm av ej dra dres sres gral tte cnel avda cllr
""")

# A number follows, or it is a sentence's end after all: "No. 5", but "He said no."
BEFORE_NUMBER = words("""
    no nos nr núm num art arts fig figs sec secs vol vols ch chap p pp pg pág págs para paras ver n min max párr
    § abs ziff s jan feb mar apr jun jul aug sep sept oct nov dec janv fév févr avr juil déc ene abr ago
    dic mär okt dez tel ext op al room rm ref
""")

# May end a sentence: only a word that opens sentences tells.
MAY_END = words("""
    inc ltd co corp cos bros plc llc llp pte pvt pty jr sr esq phd etc dept univ assn est approx ave
    blvd rd hwy gmbh kg ag usw mio mrd bd tsd std rép éd cie sté sa cía dpto uu ud uds
""")

# States of the USA, with a capital: "Springfield, Ill.", but "He fell ill."
STATES = words("""
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo
""")

# Words that open a sentence where an abbreviation might have ended the one before.
OPENERS = words("""
    the this that these those he she it they we you i its his her their our my there here in on at
    by for from with after before during since under while when where if as although though however
    but and so yet meanwhile both another some many most all each neither either no not what who why
    how according also earlier later last moreover then thus nevertheless still once until unlike
    despite because le la les un une il elle ils elles ce cette ces dans mais pour selon après en au
    aux der die das ein eine er sie es wir im am zum nach aber bei seit mit und dies diese dieser el
    los las una unos él ella ellos ellas este esta estos según pero por para con tras al
""")

# After "5 p.m." these belong to the hour.
AFTER_HOUR = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun et est edt
    pt pst pdt ct cst mt gmt utc bst cet cest kst jst ist msk eastern pacific central local
""")

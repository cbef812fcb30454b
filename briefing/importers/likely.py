"""Which of the old encodings unlabelled bytes are most likely in, judged by the letters they give."""

from __future__ import annotations

import re
from collections.abc import Callable

_HANZI = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世界中国记者新华社报道日本韩国海关会议协定"
    "這個國時來們於會對發動說產種後學經進過電裡實現兩體機當點業應開還與關線內數條沒結問題變無軍員總設處記者報導"
)
_COMMON_KANJI = frozenset(
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨"
    "会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住無真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢"
    "政議民連対部合市内相定回選米実関決全表戦経最現調化当約首法性要制治務成期取都和機平加受続進数記初指権支産点報済活原共得解交資予向際勝面告反判認参利組信在件側任引求所次昨論官増係感情投示変打直両式確果容必演歳争談能位置流格疑過局放常状球職与供役構割身費付由説難優夫収断石違消神番規術備宅害配警育席訪乗残想声助労例然限追商葉伝働形景落好退頭負渡失差末守若種美命福望非観察段横深申様財港識呼達良候程満敗値突光路科積他処太客否師登易速存飛殺号単座破除完降責捕危給苦迎園具辞因馬愛富彼未舞亡冷適婦寄込顔類余王返妻背熱宿薬険頼覚船途許抜便留罪努精散静婚喜浮絶幸押倒等老曲払庭徒勤遅居雑招困欠更刻賛抱犯恐息遠戻願絵越欲痛笑互束似列探逃遊迷夢君閉緒折草暮酒悲晴掛到寝暗盗吸陽御歯忘雪吹娘誤洗慣礼窓昔貧怒泳祖杯疲皆鳴腹煙眠怖耳頂箱晩寒髪忙才靴恥偶偉猫幾"
)
_COMMON_HANGUL = frozenset(
    "이다는의에를을가하고은로기사한지시자도일대리정인어수나서들과해전부있그보제주스원아라만장으것였상국관년성계공소구경연오비트조우내위실했무동신월회미치안러드선모세문면방생중할게요세청당양개업화물산며까간통진유명"
)
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HIGH = re.compile("[^\x00-\x7f]")
_WIDE_PUNCTUATION = re.compile("[\u3000-\u301f\u00b7\u2010-\u203b\uff00-\uff60]")
_LATIN = re.compile("[\u00c0-\u00ff\u0152\u0153\u2018-\u201d\u2013\u2014\u2026\u20ac\u00ab\u00bb\u00a0]")
_LEAST_SCORE = 0.55


def likeliest(data: bytes) -> str:
    """The encoding whose reading of `data` looks most like a language, or empty if none does."""
    scored = [(_score(data, name, judge), name) for name, judge in _JUDGES]
    best, name = max(scored)
    return name if best >= _LEAST_SCORE else ""


def _score(data: bytes, encoding: str, judge: Callable[[str], float]) -> float:
    text = data.decode(encoding, "replace")
    high = _HIGH.findall(text)
    if not high or text.count("\ufffd") > 0.01 * len(high) + 1:
        return 0.0
    return judge("".join(high))


def _korean(high: str) -> float:
    """Letters of the national standard, of which the common ones must be common."""
    letters = _HANGUL.findall(high)
    standard = sum(1 for c in letters if _is_in(c, "euc_kr"))
    common = sum(1 for c in letters if c in _COMMON_HANGUL)
    if not letters:
        return 0.0
    share = (standard + len(_WIDE_PUNCTUATION.findall(high))) / len(high)
    return share * (0.5 + 0.5 * min(1.0, common / (0.4 * len(letters))))


def _is_in(letter: str, standard: str) -> bool:
    return bool(letter.encode(standard, "ignore"))


def _japanese(high: str) -> float:
    kana = len(_KANA.findall(high))
    if not kana:
        return 0.0
    common = sum(1 for c in high if c in _COMMON_KANJI)
    half = len(_HALF_KANA.findall(high))
    return (kana + common + len(_WIDE_PUNCTUATION.findall(high)) - half) / len(high)


def _simplified(high: str) -> float:
    return _chinese(high, "gb2312", last_lead=0xD7)


def _traditional(high: str) -> float:
    return _chinese(high, "big5", last_lead=0xC6)


def _chinese(high: str, standard: str, *, last_lead: int) -> float:
    """Letters of the standard's first level, which are the frequent ones; the most frequent weigh more."""
    letters = _HAN.findall(high)
    if not letters:
        return 0.0
    leads = (c.encode(standard, "ignore")[:1] for c in letters)
    first = sum(1 for lead in leads if lead and lead[0] <= last_lead)
    share = (first + len(_WIDE_PUNCTUATION.findall(high))) / len(high)
    common = sum(1 for c in letters if c in _HANZI)
    return 0.9 * share * (0.6 + 0.4 * min(1.0, common / (0.25 * len(letters))))


def _western(high: str) -> float:
    return 0.9 * len(_LATIN.findall(high)) / len(high)


_JUDGES: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("cp949", _korean),
    ("cp932", _japanese),
    ("euc_jp", _japanese),
    ("gb18030", _simplified),
    ("big5hkscs", _traditional),
    ("cp1252", _western),
)

"""Units of measure, money and counting, by their words in three languages."""

from __future__ import annotations

import re
from fractions import Fraction

Raw = tuple[int, int, Fraction, str, str]  # start, end, value, unit, bound

_EN = """
usd: dollar dollars us-dollar us-dollars usd us$
aud: australian-dollar australian-dollars
cad: canadian-dollar canadian-dollars
hkd: hong-kong-dollar hong-kong-dollars
sgd: singapore-dollar singapore-dollars
nzd: new-zealand-dollar new-zealand-dollars
krw: won krw
jpy: yen jpy
eur: euro euros eur
cny: yuan renminbi cny
gbp: pound pounds gbp sterling
crown: crown crowns
percent: % percent per-cent pct
point: percentage-point percentage-points points
megaton: mt megatonnes megatons
kiloton: kt kilotonnes kilotons
ton: ton tons tonne tonnes
kg: kilogram kilograms kg kilo kilos
gram: gram grams
km: kilometer kilometers kilometre kilometres km
mile: mile miles
meter: meter meters metre metres m
cm: cm centimeter centimeters centimetre centimetres
mm: mm millimeter millimeters millimetre millimetres
nautical: nautical-mile nautical-miles
hectare: hectare hectares
acre: acre acres
liter: liter liters litre litres
gallon: gallon gallons
pound-weight: lb lbs
sek: krona kronor
nok: krone kroner
zloty: zloty zlotys
lira: lira liras
baht: baht
dong: dong
rupiah: rupiah rupiahs
ringgit: ringgit ringgits
rand: rand
real: reais
dirham: dirham dirhams
riyal: riyal riyals
shekel: shekel shekels
taka: taka
hryvnia: hryvnia hryvnias
rupee: rupee rupees
ruble: ruble rubles rouble roubles
franc: franc francs
peso: peso pesos
basis: basis-point basis-points bps bp
square-km: square-kilometer square-kilometers square-kilometre square-kilometres
square-mile: square-mile square-miles
square-meter: square-meter square-meters square-metre square-metres
terawatt: terawatt terawatts tw
terawatt-hour: terawatt-hour terawatt-hours twh
gigawatt-hour: gigawatt-hour gigawatt-hours gwh
kilowatt-hour: kilowatt-hour kilowatt-hours kwh
kilowatt: kilowatt kilowatts kw
ounce: ounce ounces
bushel: bushel bushels
degree: degree degrees
decade: decade decades
barrel: barrel barrels
megawatt: megawatt megawatts mw
gigawatt: gigawatt gigawatts gw
year: year years
month: month months
week: week weeks
day: day days
hour: hour hours
minute: minute minutes
person: people persons person
country: countries nations states
ship: ships ship vessels vessel boats boat
case: cases case
times: times
"""
_KO = """
usd: 미국-달러 미-달러 달러 불
aud: 호주-달러 호주달러
cad: 캐나다-달러 캐나다달러
hkd: 홍콩-달러 홍콩달러
sgd: 싱가포르-달러 싱가포르달러
krw: 원
jpy: 엔
eur: 유로
cny: 위안
gbp: 파운드
crown: 크라운
point: %포인트 %-포인트 %p %P 퍼센트포인트
basis: bp bps 베이시스포인트 베이시스-포인트
mile: 마일
nautical: 해리
square-km: 제곱킬로미터 ㎢ km²
acre: 에이커
gallon: 갤런
ounce: 온스
bushel: 부셸
degree: 도
kilowatt: kW 킬로와트
kilowatt-hour: kWh 킬로와트시
gigawatt-hour: GWh 기가와트시
terawatt-hour: TWh 테라와트시
peso: 페소
franc: 프랑
fold: 배
percent: % 퍼센트 프로
ton: 톤 t
kg: kg ㎏ 킬로그램
kilo: 킬로
gram: g 그램
mg: mg ㎎ 밀리그램
km: km ㎞ 킬로미터
meter: m 미터
cm: cm ㎝ 센티미터 센티
mm: mm ㎜ 밀리미터 밀리
hectare: ha 헥타르
liter: ℓ 리터
square-meter: ㎡ 제곱미터
pyeong: 평
quarter: 분기
goal: 골
round: 발
animal: 마리
vote: 표
seat: 석
age: 살 세
floor: 층
team: 팀
household: 가구 세대
sek: 크로나
nok: 크로네
zloty: 즈워티
lira: 리라
baht: 바트
rupiah: 루피아
ringgit: 링깃
rand: 랜드
real: 헤알
dirham: 디르함
riyal: 리얄
shekel: 셰켈
hryvnia: 흐리우냐
ruble: 루블
rupee: 루피
barrel: 배럴
megawatt: MW 메가와트
gigawatt: GW 기가와트
month: 개월 달
year: 년
week: 주일 주간 주
day: 일간 일
hour: 시간
minute: 분간 분
country: 개국 나라
person: 명 인 사람
ship: 척
case: 건
times: 차례 회 번
place: 곳 개소
"""
_JA = """
usd: 米ドル ドル 美元
aud: 豪ドル オーストラリアドル
cad: カナダドル 加ドル
hkd: 香港ドル
sgd: シンガポールドル
nzd: ニュージーランドドル
mile: マイル
nautical: 海里
square-km: 平方キロメートル 平方キロ
square-meter: 平方メートル
acre: エーカー
gallon: ガロン
ounce: オンス
bushel: ブッシェル
basis: ベーシスポイント bp
kilowatt: キロワット
kilowatt-hour: キロワット時
gigawatt-hour: ギガワット時
terawatt-hour: テラワット時
peso: ペソ
franc: フラン
fold: 倍
krw: ウォン
jpy: 円
eur: ユーロ
cny: 人民元 元
gbp: ポンド
point: ポイント
percent: ％ % パーセント
ton: トン
kg: キログラム kg
kilo: キロ
gram: グラム
km: キロメートル km
meter: メートル
cm: センチメートル センチ cm
mm: ミリメートル ミリ mm
hectare: ヘクタール ha
round: 発
animal: 匹 頭
vote: 票
seat: 議席
age: 歳
household: 世帯 戸
firm: 社
school: 校
vehicle: 台
quarter: 四半期
liter: リットル
sek: クローナ
nok: クローネ
zloty: ズロチ
lira: リラ
baht: バーツ
rupiah: ルピア
ringgit: リンギット
rand: ランド
real: レアル
dirham: ディルハム
riyal: リヤル
shekel: シェケル
hryvnia: フリブナ
ruble: ルーブル
rupee: ルピー
barrel: バレル
megawatt: メガワット
gigawatt: ギガワット
month: カ月 か月 ヶ月 ヵ月 個月
year: 年間 年
week: 週間
day: 日間 日
hour: 時間
minute: 分間 分
country: カ国 か国 ヶ国
person: 人 名
ship: 隻
case: 件
times: 回 度
place: カ所 か所
"""


def _table(lines: str) -> dict[str, str]:
    found = {}
    for line in lines.strip().splitlines():
        unit, _, names = line.partition(":")
        found.update({name.replace("-", " "): unit for name in names.split()})
    return found


UNITS_EN, UNITS_KO, UNITS_JA = _table(_EN), _table(_KO), _table(_JA)
SIGNS = {
    "$": "usd",
    "US$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "jpy",
    "₩": "krw",
    "USD": "usd",
    "EUR": "eur",
    "GBP": "gbp",
    "JPY": "jpy",
    "KRW": "krw",
    "A$": "aud",
    "AU$": "aud",
    "C$": "cad",
    "CA$": "cad",
    "HK$": "hkd",
    "NZ$": "nzd",
    "S$": "sgd",
}


def unit_pattern(names: dict[str, str]) -> str:
    """The unit words as alternatives, longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)).replace(r"\ ", r"[\s-]")

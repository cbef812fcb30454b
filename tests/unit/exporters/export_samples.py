"""Documents to export: whole notes in several languages, and small ones to count in. All names are invented."""

# ruff: noqa: E501 - sentences of the samples stand on one line
from __future__ import annotations

from briefing.blocks import (
    BottomLine,
    Document,
    Face,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Page,
    Paragraph,
    Properties,
    Run,
    Subtitle,
    Table,
    Title,
    Typography,
)

INK, NAVY, GREY = "#1E2430", "#14284B", "#5B6B85"

LATIN = Typography(
    body=Face("Calibri", "Malgun Gothic", 10.5, INK),
    title=Face("Cambria", "Malgun Gothic", 23, NAVY),
    heading=Face("Calibri", "Malgun Gothic", 12.5, NAVY, bold=True),
    label=Face("Calibri", "Malgun Gothic", 8.5, GREY, bold=True),
    small=Face("Calibri", "Malgun Gothic", 8.5, "#3A4456"),
    item_after_pt=4.5,
)
KOREAN = Typography(
    body=Face("Malgun Gothic", "Malgun Gothic", 11.5, INK),
    title=Face("Malgun Gothic", "Malgun Gothic", 20, NAVY, bold=True),
    heading=Face("Malgun Gothic", "Malgun Gothic", 13, NAVY, bold=True),
    label=Face("Malgun Gothic", "Malgun Gothic", 9, GREY, bold=True),
    small=Face("Malgun Gothic", "Malgun Gothic", 8.5, "#3A4456"),
    line_spacing=1.3,
)
JAPANESE = Typography(
    body=Face("Century", "Yu Mincho", 10.5, INK),
    title=Face("Century", "Yu Gothic", 18, NAVY, bold=True),
    heading=Face("Century", "Yu Gothic", 12, NAVY, bold=True),
    label=Face("Century", "Yu Gothic", 9, GREY, bold=True),
    small=Face("Century", "Yu Mincho", 8.5, "#3A4456"),
    line_spacing=1.35,
)
COURIER = "The Harbour Courier, “Velmark and Castora customs chiefs meet”, 14 May 2031"


def run(text: str, *notes: int, bold: bool = False, lang: str = "", link: str = "") -> tuple[Run, ...]:
    return (Run(text, bold=bold, lang=lang, link=link), *(Run("", note=n) for n in notes))


def item(
    text: str, *notes: int, level: int = 0, point: str = "", number: int = 0, list_id: int = 0
) -> ListItem:
    lead, _, rest = text.rpartition("|")
    runs = (*(run(lead, bold=True) if lead else ()), *run(rest, *notes))
    kind, marker = ("number", f"{number}.") if number else ("bullet", "•")
    return ListItem(runs, kind, level, list_id, marker, f"point:{point}" if point else "")


def english() -> Document:
    """A meeting note of one page, with all that such a note may hold."""
    fields = (
        FieldRow("To", "Director General", "field:to"),
        FieldRow("Date", "14 May 2031", "field:date"),
        FieldRow("From", "Bilateral Relations Desk", "field:from"),
        FieldRow("For", "Decision by 20 May", "field:for"),
        FieldRow("Subject", "First formal customs talks with Castora in six years, Port Halden, 13 May"),
    )
    blocks = (
        Title("Velmark–Castora customs talks"),
        Fields(fields, columns=2),
        BottomLine(
            "Bottom line",
            run(
                "The channel is open again and both sides want to use it. We recommend naming a "
                "liaison officer before the working group meets in September."
            ),
        ),
        Heading("Meeting"),
        item(
            "First formal talks since 2025. |DG Veld received Commissioner Ruiz in Port Halden on 13 May.",
            1,
            point="p-a1",
        ),
        item(
            "Four hours on three subjects: |drugs, under-declared goods, and delays at the Brena crossing.",
            1,
            point="p-a2",
        ),
        item("Haneul (하늘 세관) and Minato (港の税関) sent observers.", point="p-a3", level=1),
        Heading("What was agreed"),
        item("Risk data every week |on sea containers, starting in July.", 2, point="p-b1"),
        item("Ten joint inspections a year |at the Brena land crossing.", 2, point="p-b2"),
        item("A liaison officer in each capital. |No date was given.", 2, 3, point="p-b3"),
        Heading("Background"),
        item(
            "Ties cooled in 2025, when Castora suspended trusted-trader recognition in a fuel-duty dispute.",
            3,
            point="p-c1",
        ),
        item("The dispute was settled, and the ferry link restored, in autumn 2030.", point="p-c2"),
        Table(
            (
                ("Party", "Wants", "Will resist"),
                ("Velmark Customs", "Opening in June, all traders", "Any fee in the first year"),
                ("Castora Customs", "Opening in January, after audit", "Shared seal data"),
                ("Small Traders’ Forum", "A paper route kept for a year", "A minimum volume rule"),
            ),
            caption="Table 1. Where each party stands",
        ),
        Heading("Next steps"),
        item("You name the liaison officer by 20 May.", number=1, list_id=1, point="p-d1"),
        item("The desk sends the agreed line to both chairs on 21 May.", number=2, list_id=1, point="p-d2"),
        item(
            "The working group meets in September and drafts a new recognition arrangement.",
            1,
            number=3,
            list_id=1,
            point="p-d3",
        ),
        Paragraph(run("Add what the minister should say"), role="placeholder"),
    )
    notes = (
        Note(
            1,
            (
                *run(f"{COURIER}, paragraph 2. "),
                *run("https://courier.example/talks", link="https://courier.example/talks"),
            ),
        ),
        Note(
            2,
            run(
                f"{COURIER}, paragraph 3: “Both sides agreed to exchange risk data on sea containers every week”."
            ),
        ),
        Note(3, run("Ostrana Wire, 12 May 2031, paragraph 5.")),
    )
    return Document(
        "en-GB",
        blocks,
        Page(),
        LATIN,
        Properties(
            "Velmark–Castora customs talks",
            "Customs talks",
            "",
            ("customs", "Castora"),
            "OFFICIAL",
            "n-1",
            "2031-05-14T09:00:00+01:00",
            "x-1",
        ),
        notes,
        marking="OFFICIAL-SENSITIVE",
        unit="Ministry of Trade  ·  Border Policy Unit",
        reference="BPU/2031/114",
    )


def korean() -> Document:
    """A report in the Korean manner: headings with □, then ○, - and *."""
    blocks = (
        Title("벨마르크-카스토라 관세청장 회의 결과"),
        Subtitle("국제협력과, 2031. 5. 14.(수)"),
        BottomLine(
            "요지",
            run(
                "6년 만에 재개된 관세당국 간 공식 회의에서 위험정보 교환과 합동검사에 합의, 9월 실무단 회의 전 연락관 지명 필요"
            ),
        ),
        Heading("회의 개요", marker="□"),
        item("(일시·장소) |2031. 5. 13.(화) 14:00~18:00, 벨마르크 포트할덴 세관청사", 1, point="p-1"),
        item("(참석) |안나 벨드 관세청장, 토마스 루이스(Tomas Ruiz) 청장 등 12명", point="p-2"),
        Heading("합의 사항", marker="□"),
        item("(정보 교환) |해상 컨테이너 위험정보를 매주 교환, 7월부터 시행", 1, point="p-3"),
        item("마약류·저가신고 물품을 우선 대상으로 지정", level=1, point="p-4"),
        item("세부 항목은 “정보교환 양해각서” 부속서에서 규정", level=2, point="p-5"),
        item("(합동검사) |브레나 육로 국경에서 연 10회 합동검사 실시", 1, point="p-6"),
        item(
            "(연락관) |양국 수도에 연락관 1명씩 상호 파견하기로 하였으나, 파견 시기는 정해지지 않아 후속 협의가 필요한 상황",
            2,
            point="p-7",
        ),
        Heading("배경", marker="□"),
        item("2025년 연료세 분쟁으로 카스토라 측이 성실무역업체 상호인정을 중단", point="p-8"),
        item("2030년 가을 분쟁 타결, 여객선 항로 재개 / 港湾 협력 논의도 병행", point="p-9"),
        Heading("향후 계획", marker="□"),
        item("5. 20.까지 연락관 지명(국제협력과), 9월 실무단 회의에서 상호인정 약정안 마련", point="p-10"),
        Paragraph(run("담당: 국제협력과 사무관 ○○○ (02-000-0000)"), role="sign-off"),
    )
    notes = (
        Note(
            1,
            (
                *run("하버 쿠리어, “양국 관세청장 6년 만에 회동”, 2031. 5. 14., 2문단 "),
                *run("https://courier.example/ko", link="https://courier.example/ko"),
            ),
        ),
        Note(2, run("오스트라나 통신, 2031. 5. 12., 5문단")),
    )
    return Document(
        "ko-KR",
        blocks,
        Page(top_mm=20, bottom_mm=15, left_mm=20, right_mm=20),
        KOREAN,
        Properties(
            "관세청장 회의 결과", note_id="n-2", created="2031-05-14T09:00:00+09:00", marking="대외주의"
        ),
        notes,
        marking="대외주의",
        unit="벨마르크 통상부 관세국",
        reference="국제협력과-2031-114",
        page_label="{page} / {pages}쪽",
        markers=("○", "-", "*"),
    )


def japanese() -> Document:
    """A short note in Japanese."""
    blocks = (
        Title("ベルマーク・カストラ税関長会談について"),
        Fields(
            (FieldRow("宛先", "通商局長"), FieldRow("発信", "二国間関係室"), FieldRow("日付", "2031年5月14日"))
        ),
        BottomLine(
            "要旨",
            run(
                "六年ぶりの公式会談が開かれ、リスク情報の交換と合同検査で一致した。九月の作業部会までに連絡官を指名することが望ましい。"
            ),
        ),
        Heading("会談の概要"),
        item(
            "5月13日、ポートハルデンにおいてベルド長官がルイス長官（Tomas Ruiz）を迎え、四時間にわたり協議した。",
            1,
            point="p-1",
        ),
        item("麻薬、過少申告、ブレナ検問所での遅延が主な議題。", level=1, point="p-2"),
        Heading("合意事項"),
        item("海上コンテナのリスク情報を毎週交換する（7月開始）。", 1, point="p-3"),
        item("ブレナ陸路国境で年10回の合同検査を行う。", point="p-4"),
        Heading("今後の予定"),
        item("5月20日までに連絡官を指名する。", number=1, list_id=1, point="p-5"),
        item("9月、作業部会で相互承認の取決め案を作成する。한국 측도 참관.", number=2, list_id=1, point="p-6"),
    )
    return Document(
        "ja-JP",
        blocks,
        Page(),
        JAPANESE,
        Properties("税関長会談", note_id="n-3", created="2031-05-14T09:00:00+09:00"),
        (Note(1, run("ハーバー・クーリエ紙、2031年5月14日、第2段落。")),),
        marking="取扱注意",
        unit="ベルマーク通商省　国境政策室",
        reference="国境-2031-114",
        page_label="{page} / {pages} ページ",
    )


def long(sections: int = 6) -> Document:
    """Three pages: every role, quotes, nested and restarted lists, a note that is cited twice."""
    one = english()
    blocks = [
        one.blocks[0],
        Subtitle("Briefing note for the Director General"),
        Fields(one.blocks[1].rows),
        one.blocks[2],
    ]  # type: ignore[union-attr] # the sample's own shape
    for n in range(1, sections + 1):
        blocks += [
            Heading(f"Section {n}"),
            Paragraph(
                run(
                    "The Velmark customs service said on Thursday that it had held its first formal talks with the "
                    "Castoran administration in six years, reopening a channel that closed in 2025.",
                    1,
                )
            ),
            Heading("What each side said", level=2),
            Paragraph(
                run("“We share one border and the same smugglers. Working apart makes no sense.”"), role="quote"
            ),
            Paragraph(run("The service lists what must happen before the summer:"), role="lead-in"),
            item("Both registers opened to the other’s officers.", number=1, list_id=n, point=f"p-{n}-1"),
            item("Seal numbers checked at the quay.", 2, number=1, level=1, list_id=n, point=f"p-{n}-2"),
            item("Results sent within two days.", 1, number=2, list_id=n, point=f"p-{n}-3"),
            Heading("Detail", level=3),
            item("A first point with a bullet.", point=f"p-{n}-4"),
            item("A second, below it.", level=1, point=f"p-{n}-5"),
            item("A third, below that.", level=2, point=f"p-{n}-6"),
        ]
    blocks += [
        Paragraph(run("Source: The Harbour Courier, 14 May 2031."), role="source"),
        Paragraph(run("Cleared by: A. Veld\nContact: desk@velmark.example"), role="sign-off"),
    ]
    return Document(
        "en-GB",
        tuple(blocks),
        Page(),
        LATIN,
        one.properties,
        one.notes,
        marking="OFFICIAL",
        unit=one.unit,
        reference=one.reference,
    )


def arabic() -> Document:
    """A note from right to left."""
    blocks = (
        Title("محادثات الجمارك بين فيلمارك وكاسترا"),
        Fields((FieldRow("إلى", "المدير العام"), FieldRow("التاريخ", "14 مايو 2031"))),
        BottomLine("الخلاصة", run("القناة مفتوحة من جديد، ونوصي بتسمية ضابط اتصال قبل سبتمبر.")),
        Heading("الاجتماع"),
        item("استقبلت المديرة العامة (Anna Veld) نظيرها في 13 مايو.", 1, point="p-1"),
        item("عشر عمليات تفتيش مشتركة في السنة.", level=1, point="p-2"),
    )
    return Document(
        "ar",
        blocks,
        Page(),
        LATIN,
        Properties("محادثات الجمارك", note_id="n-4"),
        (Note(1, run("هاربور كورير، 14 مايو 2031.")),),
        marking="للاستعمال الرسمي",
    )


def counted(points: int, language: str = "en-GB", *, notes: bool = True) -> Document:
    """A document of so many points, each with a footnote and a link of its own."""
    words = {"ko-KR": "위험정보를 매주 교환하고 합동검사를 실시", "ja-JP": "リスク情報を毎週交換する。"}
    text = words.get(
        language, "Both sides agreed to exchange risk data on sea containers every week, starting in July."
    )
    heads: tuple[Title | Heading, ...] = (Title("Count"), Heading("Points"))
    items = tuple(
        item(f"Point {n}. |{text}", *((n,) if notes else ()), level=n % 3, point=f"p-{n:x}")
        for n in range(1, points + 1)
    )
    cited = tuple(
        Note(n, (*run(f"Courier, paragraph {n}. "), *run("link", link=f"https://courier.example/{n}")))
        for n in range(1, points + 1)
    )
    faces = {"ko-KR": KOREAN, "ja-JP": JAPANESE}.get(language, LATIN)
    return Document(
        language,
        heads + items,
        Page(),
        faces,
        Properties("Count", note_id="n-9"),
        cited if notes else (),
        marking="OFFICIAL",
        reference="R/1",
    )


NAMED = {"english": english, "korean": korean, "japanese": japanese, "long": long, "arabic": arabic}

import pytest
from msgspec.structs import replace

from briefing.assist.voices import source_of, who_says
from briefing.model.anchor import anchor_at
from briefing.model.article import Article, Block
from briefing.model.note import Note, Point, TemplateCopy


@pytest.mark.parametrize(
    ("text", "voice", "who"),
    [
        ('"We will go on with this," Minister Venn said.', "quotation", "Minister Venn"),
        ('"We will go on with this matter," said Minister Venn.', "quotation", "Minister Venn"),
        ("Exports fell, according to the customs agency.", "claim", "the customs agency"),
        ("The ministry said exports fell.", "claim", "The ministry"),
        ("The ministry said on Monday that exports fell.", "claim", "The ministry"),
        ("The two sides will meet again, officials said.", "claim", "officials"),
        (
            "On Friday the Velmark Customs Service said it had met Castora.",
            "claim",
            "the Velmark Customs Service",
        ),
        ("It added that talks would resume.", "claim", ""),
        ("Exports fell in May.", "report", ""),
        ('The so-called "Big Deal" was signed.', "report", ""),
        ("관세청에 따르면 수출이 줄었다.", "claim", "관세청"),
        ("관세청은 양국이 만났다고 8일 밝혔다.", "claim", "관세청"),
        ("수출이 줄었다.", "report", ""),
        ("税関によると、輸出は減った。", "claim", "税関"),
        ("外務省は協議を再開すると発表した。", "claim", "外務省"),
        ("輸出は減った。", "report", ""),
    ],
)
def test_each_evidence_says_whose_word_it_is(text: str, voice: str, who: str) -> None:
    found = source_of(text)
    assert (found.voice, found.who) == (voice, who)


def test_a_point_knows_who_says_it_by_its_first_quote() -> None:
    article = Article(id="a-1", language="en", blocks=(Block("The ministry said exports fell."),))
    point = Point("p-1", "x", "Exports fell.", (anchor_at(article, 0, 0, 31),))
    note = Note("n-1", TemplateCopy("x", ""), articles=(article,), points=(point,))
    assert who_says(note, point) == "The ministry"
    assert who_says(note, replace(point, evidence=())) == ""

"""An article as the JSON that `briefing import --json` prints: see resources/schemas."""

from __future__ import annotations

from briefing.model.article import Article, Block

TEXT_KEYS = (
    "headline", "alternative_headline", "agency", "publisher", "published", "updated", "dateline", "url",
    "language", "section",
)  # fmt: skip


def article_to_json(article: Article) -> dict[str, object]:
    """The article as plain values ready for `json.dumps`; `title` and `paragraphs` are views of the rest."""
    plain: dict[str, object] = {name: getattr(article, name) for name in TEXT_KEYS}
    plain["byline"] = list(article.byline)
    plain["blocks"] = [_block_to_json(b) for b in article.blocks]
    plain["title"] = article.headline
    plain["paragraphs"] = list(article.paragraphs)
    plain["findings"] = [{"name": f.name, "how": f.how} for f in article.findings]
    plain["losses"] = list(article.losses)
    plain["sha256"] = article.sha256
    plain["captured"] = article.captured
    return plain


def _block_to_json(block: Block) -> dict[str, object]:
    plain: dict[str, object] = {"kind": block.kind.value, "text": block.text, "status": block.status.value}
    if block.level:
        plain["level"] = block.level
    if block.links:
        plain["links"] = [{"start": li.start, "end": li.end, "url": li.url} for li in block.links]
    return plain

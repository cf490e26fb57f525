"""Link the annotated posts and write what the scorer of origins reads.

usage: origins.py --data DIR [--out DIR] [--gold-incidents] [--unread]

DIR holds posts.jsonl (and, for --gold-incidents, gold.jsonl, so that the count of origins is
measured apart from the grouping). Writes reports.jsonl and incidents.jsonl into --out.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

from reportedly import link
from reportedly.extract.attribution import attributions
from reportedly.extract.happening import tell
from reportedly.model import Document, Independence, Reading, document_id


def documents(data: Path) -> list[Document]:
    made = []
    for line in (data / "posts.jsonl").read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        published = datetime.fromisoformat(post["published"])
        made.append(
            Document(
                id=document_id(post["id"], post["source"], post["text"], published, None),
                key=post["id"],
                source=post["source"],
                lang=post["lang"],
                text=post["text"],
                published=published,
                original="0" * 64,
                place="",
                read_by="benchmark",
            )
        )
    return made


def readings(docs: list[Document]) -> dict[str, Reading]:
    made = {}
    for doc in docs:
        said = attributions(doc)
        accounts, claims = tell(doc, said)
        made[doc.id] = Reading(attributions=said, accounts=accounts, claims=claims)
    return made


def gold_groups(data: Path, docs: list[Document]) -> dict[str, list[str]]:
    ids = {doc.key: doc.id for doc in docs}
    groups: dict[str, list[str]] = defaultdict(list)
    for line in (data / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        if post["incident"]:
            groups[post["incident"]].append(ids[post["id"]])
    return groups


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=Path())
    arguments.add_argument("--gold-incidents", action="store_true")
    arguments.add_argument("--unread", action="store_true", help="compare words alone")
    given = arguments.parse_args()
    docs = documents(given.data)
    read = {} if given.unread else readings(docs)
    start = time.process_time()
    signatures = {doc.id: link.signature(doc) for doc in docs}
    derived = link.derivations(docs, signatures, read)
    sources = link.sources(docs, read)
    spent = time.process_time() - start
    print(f"{len(docs)} reports, {len(derived)} derivations, {spent:.2f} s of CPU")
    if given.gold_incidents:
        known = link.Provenance(docs, derived, read, sources)
        groups = {k: link.origins(v, known) for k, v in gold_groups(given.data, docs).items()}
        home = {doc: name for name, each in groups.items() for o in each for doc in o.reports}
    else:
        found, derived = link.happened(docs, read, derived, sources)
        groups = {one.id: one.origins for one in found}
        told = [account for reading in read.values() for account in reading.accounts]
        home = link.homes(found, told)
    write(given.out, docs, derived, groups, home)


def write(out: Path, docs: list[Document], derived: tuple, groups: dict, home: dict) -> None:
    out.mkdir(parents=True, exist_ok=True)
    keys = {doc.id: doc.key for doc in docs}
    parents = defaultdict(list)
    for one in derived:
        if one.parent:
            parents[one.doc].append(
                {"from": keys[one.parent], "how": one.how, "bits": one.bits}
            )
    with (out / "incidents.jsonl").open("w", encoding="utf-8") as lines:
        for name, origins in sorted(groups.items()):
            members = [doc for origin in origins for doc in origin.reports]
            answers = Counter(one.independence for one in origins if not one.quoted)
            row = {
                "incident": name,
                "reports": [keys[doc] for doc in members],
                "origins": {
                    "independent": answers[Independence.INDEPENDENT],
                    "not_established": answers[Independence.NOT_ESTABLISHED],
                },
                "because": [f"{o.independence}: {o.because}" for o in origins],
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    with (out / "reports.jsonl").open("w", encoding="utf-8") as lines:
        for doc in docs:
            row = {
                "report": doc.key,
                "incident": home.get(doc.id),
                "derived": parents[doc.id],
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

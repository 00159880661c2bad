"""Two invented sources, annotated by hand, for where the gold standard is not at hand."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

from typing import Any

_EMIL = """Emil Horak was born on 14 March 1909 in Vsetin in the family of the tailor Josef Horak. In 1930 he joined the
gendarmerie in Brno. In June 1934 he married Marie Novakova in Olomouc. He was appointed deputy head of the security
office in Ostrava on 1 September 1945. In 1947 he received the Order of the White Lion from the minister. On 9 June 1951
he crossed the frontier near Mikulov and fled to Austria. He met the American colonel Robert Miller in Salzburg on
12 June 1951. Horak was shot in the hallway of his house in Munich on 19 August 1956."""

_VERA = """Vera Lind was born in Riga on 2 May 1887, the daughter of the priest Karl Lind. She studied medicine in Dorpat
from 1906. In 1912 she moved to Tiflis with her brother Otto Lind. In February 1915 she was arrested in Baku for handing
out leaflets. She was sentenced to five years of exile in March 1915. In 1917 she was released from the prison in Irkutsk.
On 3 July 1920 she was appointed head of the children's hospital in Odessa. She wrote a handbook on scarlet fever in 1924.
Vera Lind died of typhus in Kharkov on 30 November 1932."""


def _told(person: str, rows: str) -> list[dict[str, Any]]:
    """Return factoids from lines: type | quote | field=value; …"""
    told = []
    for row in rows.strip().splitlines():
        kind, quote, fields = (part.strip() for part in row.split("|"))
        data: dict[str, Any] = dict(field.split("=") for field in fields.split("; "))
        data["related"] = data["related"].split() if "related" in data else []
        told.append({"person": person, "type": kind, "quote": quote.replace("/", "\n"), **data})
    return told


OWN: dict[str, dict[str, Any]] = {
    "horak": {
        "text": _EMIL,
        "persons": [
            {"id": "p1", "name": "Emil Horak"},
            {"id": "p2", "name": "Josef Horak"},
            {"id": "p3", "name": "Marie Novakova"},
            {"id": "p4", "name": "Robert Miller"},
        ],
        "factoids": _told(
            "p1",
            """
birth | Emil Horak was born on 14 March 1909 in Vsetin | place=Vsetin; date=1909-03-14
kinship | in the family of the tailor Josef Horak | role=father; related=p2
membership | In 1930 he joined the/gendarmerie in Brno | organisation=gendarmerie; value=joined; date=1930
kinship | In June 1934 he married Marie Novakova in Olomouc | role=wife; related=p3; place=Olomouc; date=1934-06
office | He was appointed deputy head of the security/office in Ostrava on 1 September 1945 | role=deputy head; organisation=security office; place=Ostrava; value=appointed; date=1945-09-01
award | In 1947 he received the Order of the White Lion | value=Order of the White Lion; date=1947
travel | On 9 June 1951/he crossed the frontier near Mikulov and fled to Austria | place=Austria; value=fled; date=1951-06-09
meeting | He met the American colonel Robert Miller in Salzburg on/12 June 1951 | related=p4; place=Salzburg; date=1951-06-12
death | Horak was shot in the hallway of his house in Munich on 19 August 1956 | value=shot; place=Munich; date=1956-08-19
""",
        ),
    },
    "lind": {
        "text": _VERA,
        "persons": [
            {"id": "p1", "name": "Vera Lind"},
            {"id": "p2", "name": "Karl Lind"},
            {"id": "p3", "name": "Otto Lind"},
        ],
        "factoids": _told(
            "p1",
            """
birth | Vera Lind was born in Riga on 2 May 1887 | place=Riga; date=1887-05-02
kinship | the daughter of the priest Karl Lind | role=father; related=p2
education | She studied medicine in Dorpat/from 1906 | place=Dorpat; value=medicine; date=1906
travel | In 1912 she moved to Tiflis with her brother Otto Lind | place=Tiflis; value=moved; date=1912
arrest | In February 1915 she was arrested in Baku for handing/out leaflets | place=Baku; date=1915-02
sentence | She was sentenced to five years of exile in March 1915 | value=five years of exile; date=1915-03
release | In 1917 she was released from the prison in Irkutsk | place=Irkutsk; date=1917
office | On 3 July 1920 she was appointed head of the children's hospital in Odessa | role=head; organisation=children's hospital; place=Odessa; value=appointed; date=1920-07-03
work | She wrote a handbook on scarlet fever in 1924 | value=handbook on scarlet fever; date=1924
death | Vera Lind died of typhus in Kharkov on 30 November 1932 | value=typhus; place=Kharkov; date=1932-11-30
""",
        ),
    },
}  # fmt: skip

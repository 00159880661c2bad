"""Deeds whose words admit no doubt: justice, journeys, war, meetings; and figures of speech that tell none."""

import pytest
from reading.statements.conftest import Read, said

from factoid.model import Factoid
from factoid.reading.statements.deeds.plain import NOTHING, rules
from factoid.reading.statements.deeds.plain_needs import NEEDS
from factoid.reading.statements.deeds.typing import CLAUSE_TYPES

# a text, and what it must say: type, whose (a part of the name), fields; =WHO for another person in it
TOLD = """
In June 1941 the NKVD came for Marta Hahn. | arrest Marta date:1941-06
Marta Hahn fell into the hands of the Gestapo in 1942. | arrest Marta date:1942
Jan Novak was taken into custody in Brno on 7 March 1939. | arrest Jan place:Brno date:1939-03-07
Jan Novak was rearrested in 1949. | arrest Jan date:1949
Arthur Pell was taken prisoner at Tobruk in June 1942. | imprisonment Arthur place:Tobruk date:1942-06
The court gave Sergei Ilyin three years in 1932. | sentence Sergei value:three years
Sergei Ilyin got five years for theft in 1926. | sentence Sergei value:five years for theft date:1926
Sergei Ilyin was found guilty of treason and condemned to be hanged. | sentence Sergei value:guilty of treason
Sergei Ilyin was tried for heresy at Toulouse in 1619. | sentence Sergei value:heresy place:Toulouse date:1619
The judge sent Sergei Ilyin down for six years. | sentence Sergei value:six years
Paul Green was held in Fort Breendonk until 1943. | imprisonment Paul place:Fort Breendonk
Paul Green was put under house arrest in 1989. | imprisonment Paul date:1989
The bishop threw Paul Green into prison in 1410. | imprisonment Paul date:1410
Paul Green regained his freedom in 1956. | release Paul date:1956
Paul Green walked out of prison on 3 March 1990. | release Paul date:1990-03-03
Paul Green was set free in 1791 by his owner. | release Paul date:1791
Arthur Pell went to the guillotine in 1794. | death Arthur date:1794
Arthur Pell took poison in 1945. | death Arthur date:1945
In 1349 the plague killed Arthur Pell. | death Arthur value:plague date:1349
A stray bullet killed Arthur Pell in 1848. | death Arthur value:stray bullet date:1848
Arthur Pell found his last resting place in Zurich. | burial Arthur place:Zurich
Anna Berg made a pilgrimage to Rome in 1300. | travel Anna place:Rome date:1300
Anna Berg was transferred to the Tashkent office in 1951. | travel Anna date:1951
Anna Berg went into exile in 1933. | travel Anna date:1933
Karl Weber rode with Stuart in the Gettysburg campaign. | service Karl value:Gettysburg campaign =Stuart
Karl Weber besieged Gloucester in 1643. | service Karl place:Gloucester date:1643
Karl Weber defeated the Turks at Zenta in 1697. | service Karl place:Zenta date:1697
Karl Weber took up arms against the king in 1642. | service Karl date:1642
Karl Weber went on crusade in 1189. | service Karl date:1189
Karl Weber deserted in 1757. | service Karl date:1757
Karl Weber and Emil Roth met in 1921. | meeting Karl date:1921 =Emil
Karl Weber dined with Emil Roth on 3 May 1890. | meeting Emil date:1890-05-03 =Karl
Karl Weber had an audience with the emperor in 1871. | meeting Karl date:1871 =emperor
Karl Weber was introduced to Emil Roth by Nina Low in 1921. | meeting Karl date:1921 =Emil
Karl Weber got to know Emil Roth at school. | meeting Karl =Emil
Ruth Cole shot Emil Stern on 4 June 1905. | action Ruth date:1905-06-04 =Emil
Emil Stern was denounced by Ruth Cole in 1942. | action Ruth date:1942 =Emil
Ruth Cole lent Emil Stern fifty pounds. | action Ruth =Emil
Ruth Cole helped Emil Stern to escape. | action Ruth =Emil
Ruth Cole freed her slaves in 1790. | action Ruth date:1790
Ruth Cole opened a shop in Leeds in 1902. | event Ruth place:Leeds date:1902
Ruth Cole was orphaned at the age of six. | event Ruth
Ruth Cole changed her name in 1921. | event Ruth date:1921
Karl Weber was a machine-gunner in the 5th Infantry Regiment. | service Karl organisation:5th Infantry Regiment
Karl Weber, a sergeant in the Tsar's army, drew maps. | service Karl organisation:Tsar's army
A veteran of the Boer War, Karl Weber kept a shop. | service Karl value:Boer War
Karl Weber was a veteran of Verdun. | service Karl place:Verdun
Corporal Karl Weber of the Royal Engineers sang. | service Karl organisation:Royal Engineers
Karl Weber was a cook. His service in the navy ended in 1920. | service Karl organisation:navy
A meeting between Karl Weber and Emil Stern took place at Basel in 1900. | meeting Emil place:Basel date:1900 =Karl
Ruth Cole's denunciation of Emil Stern cost him his post. | action Ruth value:denunciation of Emil Stern =Emil
Sergei Ilyin's sentence was commuted to exile in 1906. | sentence Sergei value:commuted to exile date:1906
The grave of Arthur Pell is in the Jewish cemetery in Prague. | burial Arthur place:Jewish cemetery in Prague
Before his transfer to Kazan in 1930 Karl Weber taught in Ufa. | travel Karl place:Kazan date:1930
Karl Weber painted. His friendship with Emil Stern lasted till 1930. | association Karl role:friend =Emil
Karl Weber began a correspondence with Emil Stern in 1850. | association Emil role:correspondent date:1850 =Karl
Karl Weber taught at Graz. Among his pupils was Emil Stern. | association Emil role:teacher =Karl
Karl Weber taught at Graz. His pupils included Emil Stern and Ida Low. | association Karl role:pupil =Ida
Karl Weber worked under Emil Stern at Bonn. | association Karl role:superior =Emil
Karl Weber was mentored by Emil Stern. | association Karl role:mentor =Emil
Emil Roth worked as an engineer. In 1937 he was arrested. Shot 14 December 1937. | death Emil value:Shot date:1937-12-14
LIND, Otto, priest. Born 1890. Arrested 12 Dec. 1937, shot 1938. | death Otto value:shot date:1938
Emil Stern was a baker in Lodz. Executed by firing squad on 3 May 1916. | death Emil date:1916-05-03
Ruth Cole lived in Leeds. Died 4 May 1880, buried at Ripon. | death Ruth date:1880-05-04
The hussars took Hanna Krull captive near Pest in 1849. | imprisonment Hanna date:1849
The French held Thomas Reed prisoner at Verdun. | imprisonment Thomas place:Verdun
In 1878 the jury convicted Thomas Reed of arson. | sentence Thomas value:arson date:1878
Thomas Reed was handed a term of eight years. | sentence Thomas value:term of eight years
The tribunal imposed twenty years' hard labour on Thomas Reed. | sentence Thomas value:twenty years' hard labour
Thomas Reed saw service in the Peninsular War. | service Thomas value:Peninsular War
Thomas Reed was present at the battle of Borodino. | service Thomas value:battle of Borodino
Thomas Reed captured the fortress of Kars in 1855. | service Thomas place:fortress of Kars
Thomas Reed was granted an audience by the Shah in 1873. | meeting Thomas date:1873 =Shah
Thomas Reed had Nadia Kern arrested in 1937. | action Thomas date:1937 =Nadia
Thomas Reed testified against Nadia Kern in 1950. | action Thomas date:1950 =Nadia
Thomas Reed smuggled refugees over the border. | action Thomas
Thomas Reed caught typhus in 1915. | event Thomas date:1915
A mob lynched Thomas Reed in 1891. | death Thomas value:lynched Thomas Reed date:1891
""".strip().splitlines()

NOT_TOLD = """
The picture arrested his attention. Otto Lind stopped. | arrest action
Otto Lind was captured on film in 1920. | arrest imprisonment
Otto Lind shot a glance at Emil Roth. | death
Otto Lind released a record in 1980. | release
Otto Lind nearly drowned in 1820. | death
Otto Lind was dying to see Paris. | death
Otto Lind killed time in the cafés. | death action
Otto Lind tried to kill himself. | death
Otto Lind moved house in 1860. | travel
Otto Lind went to great lengths. | travel
Otto Lind arrived at a compromise. | travel
Otto Lind came to the throne in 1460. | travel
Otto Lind fought for women's rights. | service
Otto Lind fought with his brother over the inheritance. | service
Otto Lind fought a duel in 1809. | service
Otto Lind deserted his family in 1930. | service
Otto Lind gave Emil Roth two years of peace. | sentence
Otto Lind held a chair at Graz from 1911. | imprisonment
Otto Lind buried himself in his books. | burial death
Otto Lind met with resistance. | meeting
Had Otto Lind sold the farm, he would have left. | event action
Otto Lind converted his fortune into gold. | religion
Otto Lind had six children, and was married twice. | action
Captain Otto Lind of the ship Antelope sang. | service
Otto Lind was a general of artillery. | service
Otto Lind was a baker in Lodz. Shot glasses stood on his table. | death
Otto Lind was transferred to the accounts in 1930. | travel
""".strip().splitlines()


def _matches(found: Factoid, fields: list[str], related: set[str]) -> bool:
    for field in fields:
        if field.startswith("="):
            if not any(field[1:] in name for name in related):
                return False
            continue
        slot, wanted = field.split(":", 1)
        told = str(getattr(found, slot))
        if told != wanted:
            return False
    return True


def _fields(words: str) -> list[str]:
    """Split at the names of fields: their values hold spaces."""
    found: list[str] = []
    for word in words.split():
        if word.startswith("=") or word.split(":")[0] in ("date", "place", "value", "organisation", "role"):
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


@pytest.mark.parametrize("case", TOLD)
def test_a_deed_is_told(read: Read, case: str) -> None:
    text, _, told = case.partition(" | ")
    type_, name, *rest = told.split(" ", 2)
    reading = read(text)
    names = {p.id: p.name for p in reading.personas}
    found = said(reading, type_, name)
    fields = _fields(rest[0]) if rest else []
    assert any(_matches(f, fields, {names[r] for r in f.related}) for f in found), found


@pytest.mark.parametrize("case", NOT_TOLD)
def test_a_figure_of_speech_tells_no_deed(read: Read, case: str) -> None:
    text, _, types = case.partition(" | ")
    assert not [f for type_ in types.split() for f in said(read(text), type_, "Otto")]


def test_the_rules_name_types_and_needs_that_there_are() -> None:
    for verb, all_ in rules().items():
        for rule in all_:
            assert set(rule.types.values()) | rule.excluded <= {*CLAUSE_TYPES, NOTHING}, verb
            assert set(rule.needs) <= NEEDS.keys(), verb

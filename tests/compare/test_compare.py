# ruff: noqa: E501 - a row is a line
import pytest

from inforce.compare import compare

from .notation import text, told

LONG = "Оператор собирает данные посетителей сайта и хранит их на серверах в Казахстане"

# old, new, expected: see notation.py
# fmt: off
ROWS = [
    # Nothing
    ("a 1. Words", "a 1. Words", ""),
    ("", "", ""),
    ("# T | @place-date x | ^p We | a 1. x | ~signature y | +n {N}", "# T | @place-date x | ^p We | a 1. x | ~signature y | +n {N}", ""),
    # Clauses that come and go
    ("a 1. x", "a 1. x | b 2. y", "b added: {+y+}"),
    ("a 1. x | b 2. y", "a 1. x", "b removed: [-y-]"),
    ("a 1. x | b 2. y", "b 1. y", "a removed: [-x-] | b renumbered"),
    ("a 1. x", "b 1. x", "a removed: [-x-] | b added: {+x+}"),
    ("a 1. x | b 2. y | c 3. z", "a 1. x | d 2. w | c 3. z", "b removed: [-y-] | d added: {+w+}"),
    ("a 1. | >b 1.1. x", "a 1. | >b 1.1. x | >c 1.2. {T} y", "c added: {{+T+}} {+y+}"),
    ("a 1. | >b 1.1. x | c 2. y", "c 1. y", "a removed | b removed: [-x-] | c renumbered"),
    ("a 1. x", "a 1. x | >b 1) y // z", "b added: {+y+} // {+z+}"),
    ("a 1. Data", "a! 1. Repealed.", "a repealed: [-Data-]{+Repealed.+}"),
    ("a! 1. Repealed.", "a 1. Data.", "a restored: [-Repealed-]{+Data+}."),
    ("a 1. x", "a 1. x | b! 2. Repealed.", "b added: {+Repealed.+}"),
    ("a 1. {T} x", "a! 2. {T} Repealed.", "a repealed, renumbered: [-x-]{+Repealed.+}"),
    # Numbers
    ("a 1. x", "a 2. x", "a renumbered"),
    ("a 1. x", "a x", "a renumbered"),
    ("a – x", "a 1) x", "a renumbered"),
    ("a 1. x | b 2. y", "a 1. x | c 2. z | b 3. y", "c added: {+z+} | b renumbered"),
    ("a 1. | >b 1.1. x", "a 2. | >b 2.1. x", "a renumbered | b renumbered"),
    # Places
    ("a x | b y", "b y | a x", "(a) | a moved"),
    ("a x long | b y", "b y | a x long", "b moved | (b)"),
    ("a x | b y | c z", "c z | a x | b y", "c moved | (c)"),
    ("a x | b y | c z", "b y | c z | a x", "(a) | a moved"),
    ("a x | b y | c z | d w | e v", "e v | a x | c z | b y | d w", "e moved | (b) | b moved | (e)"),
    ("a | >b x | c", "a | c | >b x", "(b) | b moved"),
    ("a | >b x | >>d z | c", "a | c | >b x | >>d z", "(b) | b moved"),
    ("a | >b x | c", "a | c | >b y", "(b) | b moved, reworded: [-x-]{+y+}"),
    ("a | >b x", "b x", "a removed | (b) | b moved"),
    ("b x", "a | >b x", "(b) | a added | b moved"),
    ("a 1. | >b 1.1. x | c 2.", "a 1. | c 2. | >b 2.1. {T} y", "(b) | b moved, renumbered, retitled, reworded: {{+T+}} [-x-]{+y+}"),
    ("a | >b", "b | >a", "(a) | b moved | a moved | (b)"),
    ("a x | +n {N}", "+n {N} | +a x", "(a) | a moved"),
    ("a x | b y | c z", "a x | c z", "b removed: [-y-]"),
    ("a x | b y | c z", "c z | b y", "a removed: [-x-] | (b) | b moved"),
    # Titles
    ("a 1. {Scope} x", "a 1. {Purpose} x", "a retitled: {[-Scope-]{+Purpose+}}"),
    ("a 1. x", "a 1. {Scope} x", "a retitled: {{+Scope+}}"),
    ("a 1. {Scope} x", "a 1. x", "a retitled: {[-Scope-]}"),
    ("a 1. {A} x", "a 1. {B} y", "a retitled, reworded: {[-A-]{+B+}} [-x-]{+y+}"),
    ("a {*Scope*} x", "a {Scope} x", "a reformatted"),
    ("# The Policy", "# The New Policy", "# The {+New +}Policy"),
    # Words
    ("a Срок 10 дней.", "a Срок 30 дней.", "a reworded: Срок [-10-]{+30+} дней."),
    ("a 500 000 тенге", "a 5 000 тенге", "a reworded: [-500 000-]{+5 000+} тенге"),
    ("a до 1 сентября 2026 года", "a до 2 сентября 2026 года", "a reworded: до [-1 сентября 2026-]{+2 сентября 2026+} года"),
    ("a 2026 жылғы 1 қыркүйекте", "a 2026 жылғы 2 қыркүйекте", "a reworded: [-2026 жылғы 1 қыркүйекте-]{+2026 жылғы 2 қыркүйекте+}"),
    ("a from May 1, 2026", "a from May 2, 2026", "a reworded: from [-May 1, 2026-]{+May 2, 2026+}"),
    ("a with 5%", "a with 10%", "a reworded: with [-5%-]{+10%+}"),
    ("a на info@old.example.", "a на info@new.example.", "a reworded: на [-info@old.example-]{+info@new.example+}."),
    ("a см. https://a.example/x.", "a см. https://a.example/y.", "a reworded: см. [-https://a.example/x-]{+https://a.example/y+}."),
    ("a көрсетілген деректерді", "a көрсетілген деректерін", "a reworded: көрсетілген [-деректерді-]{+деректерін+}"),
    ("a Оператор вправе отказать", "a Оператор не вправе отказать", "a reworded: Оператор {+не +}вправе отказать"),
    ("a имя, телефон", "a имя, почта, телефон", "a reworded: имя, {+почта, +}телефон"),
    ("a имя, телефон", "a имя, телефон, почта", "a reworded: имя, телефон{+, почта+}"),
    ("a Первое дело. Второе.", "a Первое дело. Третье. Второе.", "a reworded: Первое дело. {+Третье. +}Второе."),
    ("a имя, фамилия", "a полное имя, девичья фамилия", "a reworded: {+полное +}имя, {+девичья +}фамилия"),
    ("a данные клиента и партнёра сайта", "a данные гостя и посетителя сайта", "a reworded: данные [-клиента и партнёра-]{+гостя и посетителя+} сайта"),
    ("a кот и пёс на реке и в лесу", "a он и она не тут и не там", "a reworded: [-кот и пёс на реке и в лесу-]{+он и она не тут и не там+}"),
    ("a веб-сайт оператора", "a веб-форма оператора", "a reworded: [-веб-сайт-]{+веб-форма+} оператора"),
    ("a x one / Два слова", "a x one / Два слова / Три", "a reworded: x one / Два слова / {+Три+}"),
    (f"a {LONG} / Второй", f"a Первый / {LONG} / Второй", f"a reworded: {{+Первый+}} / {LONG} / Второй"),
    ("a x // end", "a x // the end", "a reworded: x // {+the +}end"),
    ("a x // end", "a x", "a reworded: x // [-end-]"),
    ("a x y // z", "a x // y z", "a reworded: x[- y-] // {+y +}z"),
    # Marks, structure, spaces
    ("a one two", "a one **two**", "a reformatted"),
    ("a one *two*", "a one **two**", "a reformatted"),
    ("a the _ga cookie", "a the `_ga` cookie", "a reformatted"),
    ("a one\\two", "a one two", "a reformatted"),
    ("a one\u00a0two", "a one two", "a reformatted"),
    ("a One. / Two.", "a One. Two.", "a reformatted: One.{+ Two.+} / [-Two.-]"),
    ("a one **two** three", "a one two four", "a reworded, reformatted: one two [-three-]{+four+}"),
    ("a polit**ics**", "a politics", "a reformatted"),
    # Links and references
    ("a our <site>(https://a.example/)", "a our <site>(https://b.example/)", "a relinked"),
    ("a our site", "a our <site>(https://b.example/)", "a relinked"),
    ("a see <it>(#b) | b 1. x", "a see <it>(#c) | b 1. x", "a relinked"),
    ("a see <2>(#b) | b 2. x", "a see <3>(#b) | b 3. x", "a rereferenced: see [-2-]{+3+} | b renumbered"),
    ("a <2>(#b)-тармақта | b 2. x", "a <2-1>(#b)-тармақта | b 2-1. x", "a rereferenced: [-2-]{+2-1+}-тармақта | b renumbered"),
    ("a see <2>(#b) | b 2. x", "a see <3>(#b) | b 2. x", "a reworded: see [-2-]{+3+}"),
    ("a see <2>(#b) | b 2. x | c 3. y", "a see <3>(#c) | b 2. x | c 3. y", "a reworded: see [-2-]{+3+}"),
    ("a see <clause 2>(#b) | b 2.", "a see <point 3>(#b) | b 3.", "a reworded: see [-clause 2-]{+point 3+} | b renumbered"),
    ("a cf. <2>(#b) too | b 2.", "a cf. <3>(#b) | b 3.", "a reworded: cf. [-2 too-]{+3+} | b renumbered"),
    ("a by <7>(terms#pay)", "a by <8>(terms#pay)", "a rereferenced: by [-7-]{+8+}"),
    ("a по <п. 3.2 Соглашения>(terms#c)", "a по <п. 3.3 Соглашения>(terms#c)", "a rereferenced: по п. [-3.2-]{+3.3+} Соглашения"),
    ("a <подпункт 1) пункта 3.2>(terms#c)", "a <подпункт 2) пункта 4>(terms#c)", "a rereferenced: подпункт [-1-]{+2+}) пункта [-3.2-]{+4+}"),
    ("a пунктами <3>(terms#c) и <4>(terms#d) Соглашения", "a пунктами <5>(terms#c) и <6>(terms#d) Соглашения", "a rereferenced: пунктами [-3 и 4-]{+5 и 6+} Соглашения"),
    ("a <3.2>(terms#c)-тармақта", "a <3.3>(terms#c)-тармақта", "a rereferenced: [-3.2-]{+3.3+}-тармақта"),
    ("a under <clause 3.2 of the Terms>(terms#c)", "a under <clause 4 of the Terms>(terms#c)", "a rereferenced: under clause [-3.2-]{+4+} of the Terms"),
    ("a раздел <II>(terms#c)", "a раздел <III>(terms#c)", "a rereferenced: раздел [-II-]{+III+}"),
    ("a возврат <не позднее 10 дней по Соглашению>(terms#c)", "a возврат <не позднее 30 дней по Соглашению>(terms#c)", "a reworded: возврат не позднее [-10-]{+30+} дней по Соглашению"),
    ("a <в редакции 2024 года>(terms#c)", "a <в редакции 2025 года>(terms#c)", "a reworded: в редакции [-2024-]{+2025+} года"),
    ("a <п. 3.2 и 10 дней>(terms#c)", "a <п. 3.2 и 30 дней>(terms#c)", "a reworded: п. 3.2 и [-10-]{+30+} дней"),
    ("a в части <10 дней>(terms#c)", "a в части <30 дней>(terms#c)", "a reworded: в части [-10-]{+30+} дней"),
    ("a плата <5%>(terms#c)", "a плата <9%>(terms#c)", "a reworded: плата [-5%-]{+9%+}"),
    ("a плата <5>(terms#c)%", "a плата <9>(terms#c)%", "a reworded: плата [-5-]{+9+}%"),
    ("a срок <5>(terms#c) дней", "a срок <9>(terms#c) дней", "a reworded: срок [-5-]{+9+} дней"),
    ("a <5>(terms#c)-дневный срок", "a <9>(terms#c)-дневный срок", "a reworded: [-5-]{+9+}-дневный срок"),
    ("a <до 1 мая 2024>(terms#c)", "a <до 1 мая 2025>(terms#c)", "a reworded: до [-1 мая 2024-]{+1 мая 2025+}"),
    ("a <Соглашения 2>(terms)", "a <Соглашения 3>(terms)", "a reworded: Соглашения [-2-]{+3+}"),
    ("a подпункт <а>(#b) | b а) x", "a подпункт <б>(#b) | b б) x", "a rereferenced: подпункт [-а-]{+б+} | b renumbered"),
    ("a see <2>(#b) and <2>(#b) | b 2.", "a see <3>(#b) and <3>(#b) | b 3.", "a rereferenced: see [-2 and 2-]{+3 and 3+} | b renumbered"),
    ("a <s>(https://a.example/) one", "a <s>(https://b.example/) two one", "a reworded, relinked: s {+two +}one"),
    # What has no id
    ("@place-date Astana", "@place-date Almaty", "@place-date reworded: [-Astana-]{+Almaty+}"),
    ("", "@approval Order 5", "@approval added: {+Order 5+}"),
    ("~signature A | ~signature B", "~signature B", "~signature removed: [-A-]"),
    ("@approval Order | @place-date Astana", "@place-date Astana", "@approval removed: [-Order-]"),
    ("~signature *A*", "~signature A", "~signature reformatted: A"),
    ("^p We say | a x", "^p We mean | a x", "p reworded: We [-say-]{+mean+}"),
    ("a x | +n Приложение 1 {Form} | >b one two", "a x | +n Приложение 1 {Form} | >b one", "b reworded: one[- two-]"),
    # Tables
    ("a [A, B; 1, 2; 3, 4]", "a [A, B; 1, 2; 3, 5]", "a reworded: [A, B; 1, 2; 3, [-4-]{+5+}]"),
    ("a [A, B; 1, 2; 3, 4]", "a [A, B; 1, 2; 5, 6; 3, 4]", "a reworded: [A, B; 1, 2; {+5+}, {+6+}; 3, 4]"),
    ("a [A, B; 1, 2; 3, 4]", "a [A, B; 3, 4]", "a reworded: [A, B; [-1-], [-2-]; 3, 4]"),
    ("a [A, B; 1, 2]", "a [A, C, B; 1, x, 2]", "a reworded: [A, {+C+}, B; 1, {+x+}, 2]"),
    ("a [A, C, B; 1, x, 2]", "a [A, B; 1, 2]", "a reworded: [A, [-C-], B; 1, [-x-], 2]"),
    ("a [Data, Term; name, year]", "a [Data, Period; name, year]", "a reworded: [Data, [-Term-]{+Period+}; name, year]"),
    ("a [A; 1]", "a [A; *1*]", "a reformatted"),
    ("a A / 1", "a [A; 1]", "a reformatted: [-A-] / [-1-] / [{+A+}; {+1+}]"),
    ("a x", "a x / [A; 1]", "a reworded: x / [{+A+}; {+1+}]"),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "expected"), ROWS)
def test_compare(old: str, new: str, expected: str) -> None:
    assert told(compare(text(old), text(new))) == expected

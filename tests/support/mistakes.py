"""Mistakes that a user can make, by what is wrong: the command line, and what is told in bokmål, nynorsk and English.

They are made in the folder that tests/cli/test_languages.py lays out.
"""

from __future__ import annotations

MISTAKES = {
    "unknown id": (
        ("set", "samfunnsdel-2022", "status=vedtatt"),
        "planlint: Fant ingen med id «samfunnsdel-2022». Mente du «samfunnsdel-2020»?",
        "planlint: Fann ingen med id «samfunnsdel-2022». Meinte du «samfunnsdel-2020»?",
        "planlint: Found none with the id “samfunnsdel-2022”. Did you mean “samfunnsdel-2020”?",
    ),
    "unknown field": (
        ("set", "samfunnsdel-2020", "titel=x"),
        "planlint: Det finnes ikke noe felt som heter «titel». Mente du «tittel»?",
        "planlint: Det finst ikkje noko felt som heiter «titel». Meinte du «tittel»?",
        "planlint: There is no field called “titel”. Did you mean “tittel”?",
    ),
    "not an assignment": (
        ("set", "samfunnsdel-2020", "tittel"),
        "planlint: Skriv «felt=verdi», for eksempel «periode.til=2030», og ikke «tittel».",
        "planlint: Skriv «felt=verdi», til dømes «periode.til=2030», og ikkje «tittel».",
        "planlint: Write “felt=verdi” (field=value), for example “periode.til=2030”, and not “tittel”.",
    ),
    "broken file": (
        ("set", "arealdel-2021", "status=vedtatt"),
        "planlint: Filen til «arealdel-2021» kan ikke leses. Kjør «planlint check» og rett den først: plans/",
        "planlint: Fila til «arealdel-2021» kan ikkje lesast. Køyr «planlint check» og rett fila først: plans/",
        "planlint: The file of “arealdel-2021” cannot be read. Run “planlint check” and correct it first: plans/",
    ),
    "one file, two formats": (
        ("check", "--output", "text=x", "--output", "text=x"),
        "planlint: Verdien til --output kan ikke brukes: to formater kan ikke skrives til samme fil. Gi dem hver sin.",
        "planlint: Verdien til --output kan ikkje brukast: to format kan ikkje skrivast til same fil. Gje dei kvar si.",
        "planlint: Invalid value for --output: two formats cannot be written to the same file. Give them one each.",
    ),
    "no such format": (
        ("build", "--format", "pdf"),
        "kan ikke brukes: ukjent format «pdf». Velg blant «html,",
        "kan ikkje brukast: ukjent format «pdf». Vel blant «html,",
        "planlint: Invalid value for '--format': unknown format “pdf”. Choose among “html,",
    ),
    "no such rule": (
        ("check", "--select", "PL0000"),
        "ingen regel begynner med PL0000. «planlint rules» viser alle.",
        "ingen regel begynner med PL0000. «planlint rules» viser alle.",
        "no rule begins with PL0000. “planlint rules” shows all of them.",
    ),
    "not a day": (
        ("check", "--date", "tomorrow"),
        "«tomorrow» er ikke en dag. Skriv år-måned-dag, for eksempel 2026-11-21.",
        "«tomorrow» er ikkje ein dag. Skriv år-månad-dag, til dømes 2026-11-21.",
        "“tomorrow” is not a day. Write year-month-day, for example 2026-11-21.",
    ),
    "no plan system": (
        ("check", "--root", "empty"),
        "planlint: Fant ikke mappen plans/ i empty. Kjør planlint i mappen som har plans/, eller bruk --root.",
        "planlint: Fann ikkje mappa plans/ i empty. Køyr planlint i mappa som har plans/, eller bruk --root.",
        "planlint: Did not find the folder plans/ in empty. Run planlint in the folder that has plans/, or use --root.",
    ),
    "no such revision": (
        ("check", "--base", "nowhere"),
        "planlint: --base nowhere: git kjenner ingen versjon som heter nowhere. Skriv en gren, et merke eller en innsj",
        "planlint: --base nowhere: git kjenner ingen versjon som heiter nowhere. Skriv ei grein, eit merke eller ei in",
        "planlint: --base nowhere: git knows no version called nowhere. Write a branch, a tag or a commit.",
    ),
    "old Excel": (
        ("import", "old.xls"),
        "planlint: old.xls: Excel-filer av den gamle typen .xls kan ikke leses. Åpne filen i Excel, og lagre den som",
        "planlint: old.xls: Excel-filer av den gamle typen .xls kan ikkje lesast. Opne fila i Excel, og lagre",
        "planlint: old.xls: Excel files of the old type .xls cannot be read. Open the file in Excel, and save it as",
    ),
    "no such file": (
        ("import", "nothing.csv"),
        "planlint: Kan ikke lese nothing.csv: filen eller mappen finnes ikke.",
        "planlint: Kan ikkje lese nothing.csv: fila eller mappa finst ikkje.",
        "planlint: Cannot read nothing.csv: the file or folder does not exist.",
    ),
    "nothing to mend": (
        ("fix", "--select", "PL999"),
        "planlint kan ikke rette noe for PL999. Velg blant «PL002,",
        "planlint kan ikkje rette noko for PL999. Vel blant «PL002,",
        "planlint cannot correct anything for PL999. Choose among “PL002,",
    ),
    "no id": (
        ("rename", "trygg-oppvekst", "New Id"),
        "planlint: «New Id» kan ikke være en id. Bruk små bokstaver, sifre og bindestrek: «new-id».",
        "planlint: «New Id» kan ikkje vere ein id. Bruk små bokstavar, siffer og bindestrek: «new-id».",
        "planlint: “New Id” cannot be an id. Use lower-case letters, digits and hyphens: “new-id”.",
    ),
    "id in use": (
        ("rename", "trygg-oppvekst", "gode-liv"),
        "planlint: Id-en «gode-liv» er i bruk fra før (maal/gode-liv).",
        "planlint: Id-en «gode-liv» er i bruk frå før (maal/gode-liv).",
        "planlint: The id “gode-liv” is in use already (maal/gode-liv).",
    ),
    "no plan": (
        ("whatif", "opphev", "trygg-oppvekst"),
        "planlint: maal/trygg-oppvekst er ingen plan. Bare planer kan vedtas og oppheves.",
        "planlint: maal/trygg-oppvekst er ingen plan. Berre planar kan vedtakast og opphevast.",
        "planlint: maal/trygg-oppvekst is not a plan. Only plans can be adopted and repealed.",
    ),
    "no reason": (
        ("avvik", "add", "--reason", " "),
        "planlint: Grunnen må skrives med ord eller tall.",
        "planlint: Grunnen må skrivast med ord eller tal.",
        "planlint: The reason must be written in words or numbers.",
    ),
    "in the way": (
        ("init", "full", "--name", "Fjordvik", "--number", "3024"),
        "planlint: Ingenting er skrevet, for dette finnes fra før i full:\n  plans/x.yaml\nFlytt det, eller velg",
        "planlint: Ingenting er skrive, for dette finst frå før i full:\n  plans/x.yaml\nFlytt det, eller vel ei tom",
        "planlint: Nothing has been written, for this is already in full:\n  plans/x.yaml\nMove it, or choose an empty",
    ),
    "not ours": (
        ("build", "--out", "full"),
        "planlint: Mappen full finnes fra før og er ikke laget av planlint. Velg en annen med --out, eller tøm den.",
        "planlint: Mappa full finst frå før og er ikkje laga av planlint. Vel ei anna med --out, eller tøm ho.",
        "planlint: The folder full exists already and was not made by planlint. Choose another with --out, or",
    ),
    "schemas": (
        ("schema", "--check"),
        "schema/plan.json stemmer ikke. Kjør «planlint schema».",
        "schema/plan.json stemmer ikkje. Køyr «planlint schema».",
        "schema/plan.json is not up to date. Run “planlint schema”.",
    ),
    "owners": (
        ("codeowners", "--check"),
        "planlint: Det er feil i filene i plans/, så eierne er ikke kjent. Kjør «planlint check» og rett dem først.",
        "planlint: Det er feil i filene i plans/, så eigarane er ikkje kjende. Køyr «planlint check» og rett dei ",
        "planlint: There are errors in the files in plans/, so the owners are not known. Run “planlint check” and",
    ),
    "form": (
        ("form", "old.xls"),
        "- Dette er ikke et utfylt skjema. Bruk et av skjemaene «Ny plan»,",
        "- Dette er ikkje eit utfylt skjema. Bruk eit av skjemaa «Ny plan»,",
        "- This is not a form that has been filled in. Use one of the forms «Ny plan»,",
    ),
    "a vote in the future": (
        ("vedta", "samfunnsdel-2020", "--dato", "2025-01-02", "--sak", "1/25"),
        "planlint: 2.1.2025 er ikke kommet ennå. Et vedtak registreres når det er fattet.",
        "planlint: 2.1.2025 er ikkje komen enno. Eit vedtak blir registrert når det er gjort.",
        "planlint: 2 January 2025 has not come yet. A decision is recorded when it has been made.",
    ),
    "no such command": (
        ("chek",),
        "planlint: Det finnes ingen kommando som heter chek. Mente du «check»?",
        "planlint: Det finst ingen kommando som heiter chek. Meinte du «check»?",
        "planlint: There is no command called chek. Did you mean “check”?",
    ),
    "no such option": (
        ("check", "--known=3"),
        "planlint: Valget --known skal ikke ha noen verdi.",
        "planlint: Valet --known skal ikkje ha nokon verdi.",
        "planlint: Option --known does not take a value.",
    ),
    "not like any table": (
        ("list", "plan", "--where", "colour=x"),
        "planlint: --where colour: det finnes ikke noe slikt felt her. Feltene er",
        "planlint: --where colour: det finst ikkje noko slikt felt her. Felta er",
        "planlint: --where colour: there is no such field here. The fields are",
    ),
}

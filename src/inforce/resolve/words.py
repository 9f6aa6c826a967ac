"""Words that the engine writes into a frozen text, in each language it knows."""

# What stands where a published clause was repealed. The Russian verb agrees with «раздел»,
# «пункт», «подпункт»; «преамбула» and «приложение» have genders of their own.
REPEALED = {
    "ru": {"clause": "Утратил силу.", "preamble": "Утратила силу.", "annex": "Утратило силу."},
    "kk": {"clause": "Күші жойылды.", "preamble": "Күші жойылды.", "annex": "Күші жойылды."},
    "en": {"clause": "Repealed.", "preamble": "Repealed.", "annex": "Repealed."},
}

"""Names of outlets, and of what they are, behind «لـ» and «مع»: whom somebody tells, not whom he meets. PURE."""

PRESS = (
    r"(?:ال)?(?:قنا[هت]|وكال|شبك|موقع|صحيف|جريد|مجل[هت]|تلفزيون|اذاع|راديو|فضاييه"
    r"|رووداو|شفق نيوز|عنب بلدي|نورث برس|كو?ردستان 24|جزيره|عربيه|عربي الجديد|حدث|شرق(?: الاوسط| نيوز)?(?!\w)|سكاي نيوز|حره|سومريه|رويترز|فرانس برس|اناضول|هاوار|سانا|واع)"
)
"""Folded Arabic, with or without its article."""

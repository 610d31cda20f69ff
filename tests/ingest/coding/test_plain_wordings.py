"""The plainest sentences in both languages, one to a case: what, whether, when, where, who, how many. Made-up news."""

from __future__ import annotations

import datetime as dt

import pytest

from events.codebook import EventType, Modality
from tests.ingest.coding.coded import parts, told

DAY = dt.date(2026, 3, 2)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "what", "cast", "numbers"),
    [
        (
            "عادت 150 عائلة عراقية من مخيم الهول إلى مخيم الجدعة اليوم بالتنسيق مع المفوضية السامية للأمم المتحدة "
            "لشؤون اللاجئين.",
            "repatriation/done 2026-03-02 camp_hol",
            {"unhcr": "participant", "pop_camp_families": "target"},
            [150],
        ),
        (
            "ترددت أنباء عن إغلاق منفذ القائم مع سوريا اليوم. ونفت هيئة المنافذ الحدودية العراقية هذه الأنباء.",
            "crossing_status/denied 2026-03-02 x_qaim",
            {"iq_border_ports": "mentioned"},
            [],
        ),
        (
            "Iraqi anti-narcotics officers working with Syrian police have seized 370 kilograms of drugs near "
            "Damascus on Sunday, officials in Baghdad said, in a partnership that would have been unthinkable a "
            "year ago.",
            "joint_operation/done 2026-03-01 damascus",
            {"iq_gdnc": "initiator", "sy_moi": "participant"},
            [370],
        ),
        (
            "قال الجيش العراقي إن قواته قتلت مساء أمس قرب بلدة البعاج أربعة مسلحين حاولوا التسلل من سوريا.",
            "border_operation/done 2026-03-01 baaj",
            {"iq_army": "initiator", "pop_suspects": "target"},
            [4],
        ),
        (
            "Iraqi troops on Sunday killed four gunmen who had crossed from Syria near Baaj.",
            "border_operation/done 2026-03-01 baaj",
            {"iq_armed_forces": "initiator", "pop_suspects": "target"},
            [4],
        ),
        (
            "ألقت قوات الحدود العراقية القبض أمس على ثلاثة متسللين قادمين من سوريا ضمن قاطع سنجار.",
            "border_operation/done 2026-03-01 sinjar",
            {"iq_border_guard": "initiator", "pop_suspects": "target"},
            [3],
        ),
        (
            "أفاد قائد عمليات الجزيرة بأن فوجين من قوات الحدود انتقلا أمس إلى الخط المواجه لقرية الهري السورية.",
            "border_measure/done 2026-03-01 hari_sy",
            {"iq_jazeera_ops": "initiator", "iq_border_guard": "initiator"},
            [],
        ),
        (
            "The army chief ordered an additional regiment to be sent to the Syrian border near Sinjar on Sunday.",
            "border_measure/done 2026-03-01 sinjar",
            {"p_yarallah": "initiator"},
            [],
        ),
        (
            "أجرى الرئيس السوري أحمد الشرع ورئيس الوزراء العراقي محمد شياع السوداني اتصالاً هاتفياً مساء أمس. وفي "
            "اليوم نفسه، أجرى السوداني اتصالاً بقائد قوات سوريا الديمقراطية مظلوم عبدي.",
            "call/done 2026-03-01 -",
            {"p_sharaa": "participant", "p_sudani": "participant"},
            [],
        ),
        (
            "قال رئيس الوزراء محمد شياع السوداني في مقابلة مع صحيفة فرنسية نشرت أمس إن العراق مستمر في التعاون "
            "الأمني مع سوريا.",
            "statement/done 2026-03-01 -",
            {"p_sudani": "initiator"},
            [],
        ),
        (
            "نقلت القوات الأمريكية 150 معتقلاً من داعش من الحسكة إلى العراق. وكانت الحكومة السورية وقسد وقعتا "
            "اتفاقاً في كانون الثاني.",
            "detainee_transfer/done 2026-03-02 sy_hasakah",
            {"us_forces": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [150],
        ),
        (
            "نفذت مقاتلات إف 16 العراقية أمس ضربة على كهف في وادي حوران غرب الأنبار كان يؤوي عناصر تسللوا من سوريا.",
            "border_operation/done 2026-03-01 wadi_hauran",
            {"iq_air_force": "initiator"},
            [],
        ),
        (
            "UNHCR on Sunday helped 96 Syrian families go home from Domiz camp in Iraq. They travelled to the "
            "Peshkhabour border point and crossed into northeast Syria.",
            "repatriation/done 2026-03-01 x_semalka",
            {"unhcr": "initiator", "pop_refugees": "target"},
            [96],
        ),
        (
            "هاجم مسلحون أمس مخفراً للحدود العراقية قرب ربيعة على الحدود السورية.",
            "incident/done 2026-03-01 rabia",
            {"iq_border_guard": "target", "مسلحون": "initiator"},
            [],
        ),
        (
            "أسقطت قوات الحدود العراقية أمس منطاداً موجهاً عن بعد كان يقل نحو 500 ألف حبة كبتاغون قرب القائم، "
            "في محافظة الأنبار، بعد عبوره من الأراضي السورية.",
            "border_operation/done 2026-03-01 qaim",
            {"iq_border_guard": "initiator"},
            [500000],
        ),
        (
            "غادر رتل للقوات الأميركية أمس قاعدة قسرك في ريف الحسكة باتجاه العراق، في إطار انسحاب تدريجي.",
            "border_measure/ongoing 2026-03-01 base_qasrak",
            {"us_forces": "initiator"},
            [],
        ),
        (
            "بلغ ما أنجز من الجدار على الحدود مع سوريا 380 كيلومتراً، بحسب قائد قوات الحدود، الذي أكد استمرار العمل.",
            "border_measure/ongoing 2026-03-02 border_iq_sy",
            {"p_sukkar": "mentioned", "iq_border_guard": "initiator"},
            [380],
        ),
        (
            "Iraqi border guards seized 28,400 captagon pills at the al-Qaim crossing with Syria on Sunday in a car "
            "driven by an Iraqi traveler, who was arrested.",
            "border_operation/done 2026-03-01 x_qaim",
            {"iq_border_guard": "initiator", "pop_suspects": "target"},
            [28400, 1],
        ),
        (
            "A corporal of the Iraqi border guard was shot dead near Rabia on the Syrian border on Sunday night.",
            "incident/done 2026-03-01 rabia",
            {"iq_border_guard": "target"},
            [1],
        ),
        (
            "اختُطف راعيان عراقيان أمس داخل الأراضي السورية قرب الحدود.",
            "incident/done 2026-03-01 border_iq_sy",
            {},
            [2],
        ),
        (
            "أُجّل إلى موعد لاحق اجتماع اللجنة الأمنية العراقية السورية المقرر اليوم في بغداد.",
            "meeting/cancelled 2026-03-02 baghdad",
            {"iq_gov": "host", "sy_gov": "participant"},
            [],
        ),
        (
            "تعثر انعقاد اجتماع اللجنة الأمنية العراقية السورية الذي كان مقرراً اليوم في بغداد.",
            "meeting/cancelled 2026-03-02 baghdad",
            {"iq_gov": "host", "sy_gov": "participant"},
            [],
        ),
        (
            "سفّرت السلطات العراقية أمس 52 سورياً إلى بلدهم من العراق عبر منفذ ربيعة.",
            "repatriation/done 2026-03-01 x_rabia",
            {"iq_gov": "initiator"},
            [52],
        ),
        (
            "لمّ اجتماع الرياض الخميس وزيري خارجية العراق وسوريا.",
            "meeting/done 2026-02-26 riyadh",
            {"sa": "host", "p_fuad_hussein": "participant", "p_shaibani": "participant"},
            [],
        ),
        (
            "أعادت بغداد ودمشق فتح معبر القائم - البوكمال الحدودي أمس الأحد أمام المسافرين.",
            "crossing_status/done 2026-03-01 x_qaim",
            {"iq_gov": "initiator", "sy_gov": "initiator"},
            [],
        ),
        (
            "لم يُعقد اجتماع وزيري دفاع العراق وسوريا المقرر اليوم في بغداد.",
            "meeting/cancelled 2026-03-02 baghdad",
            {"p_abbasi": "host", "p_abu_qasra": "participant"},
            [],
        ),
        (
            "وصل 300 جندي سوري أمس إلى الأراضي العراقية عبر القائم.",
            "refuge/done 2026-03-01 x_qaim",
            {"pop_sy_soldiers": "target"},
            [300],
        ),
        (
            "سمحت السلطات العراقية أمس بدخول 85 سورياً عالقين عند معبر القائم إلى الأراضي العراقية.",
            "refuge/done 2026-03-01 x_qaim",
            {"iq_gov": "host", "pop_refugees": "target"},
            [85],
        ),
        (
            "نقلت الطائرات أمس 200 داعشي من سوريا إلى العراق.",
            "detainee_transfer/done 2026-03-01 c_sy",
            {"pop_isis_detainees": "target"},
            [200],
        ),
        (
            "أرسلت واشنطن أمس 150 أسيراً من داعش من سجن الشدادي إلى العراق.",
            "detainee_transfer/done 2026-03-01 prison_shaddadi",
            {"us_gov": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [150],
        ),
        (
            "بإخطار من بغداد، أوقفت قوى الأمن الداخلي السورية أمس قيادياً في داعش بدير الزور.",
            "joint_operation/done 2026-03-01 sy_deir_ez_zor",
            {"iq_gov": "participant", "sy_isf": "initiator", "isis": "target"},
            [],
        ),
        (
            "عادت العلاقات الدبلوماسية بين بغداد ودمشق أمس إلى مستوى السفراء.",
            "diplomatic_status/done 2026-03-01 -",
            {"iq_gov": "participant", "sy_gov": "participant"},
            [],
        ),
        (
            "يوقّع العراق وسوريا في العاشر من الشهر الجاري اتفاقية أمنية شاملة.",
            "agreement/planned 2026-03-10 -",
            {"iq_gov": "participant", "sy_gov": "participant"},
            [],
        ),
        (
            "انتهى أمس إغلاق معبر القائم الحدودي بين العراق وسوريا.",
            "crossing_status/done 2026-03-01 x_qaim",
            {},
            [],
        ),
        (
            "ألقت قوات الحدود العراقية القبض على ثلاثة مهربين في القائم بناء على معلومات دقيقة من الجانب السوري الأحد.",
            "joint_operation/done 2026-03-01 qaim",
            {"iq_border_guard": "initiator", "sy_gov": "participant", "pop_suspects": "target"},
            [3],
        ),
        (
            "ضبطت إدارة مكافحة المخدرات السورية مليون حبة كبتاغون في دير الزور إثر معلومات وردت من المديرية "
            "العامة لمكافحة المخدرات العراقية.",
            "joint_operation/done 2026-03-02 sy_deir_ez_zor",
            {"sy_counternarc": "initiator", "iq_gdnc": "participant"},
            [1000000],
        ),
        (
            "There was no meeting between al-Sudani and Syria's al-Sharaa in Doha on Friday, the Iraqi premier's "
            "office stressed.",
            "meeting/denied 2026-02-27 doha",
            {"p_sudani": "participant", "p_sharaa": "participant"},
            [],
        ),
        (
            "Iraq's Ministerial Council for National Security approved a security memorandum with Syria on Sunday.",
            "agreement/done 2026-03-01 -",
            {"iq_mcns": "participant", "sy_gov": "participant"},
            [],
        ),
        (
            "Two suspects in a Baghdad bombing were extradited by Damascus to Iraq on Thursday.",
            "detainee_transfer/done 2026-02-26 c_sy",
            {"sy_gov": "initiator", "iq_gov": "host", "pop_suspects": "target"},
            [2],
        ),
        (
            "Iraqi Defence Minister Thabet al-Abbasi conferred over the telephone with Syria's Murhaf Abu Qasra "
            "on Monday.",
            "call/done 2026-03-02 -",
            {"p_abbasi": "participant", "p_abu_qasra": "participant"},
            [],
        ),
        (
            "Damascus withdrew its ambassador from Baghdad on Tuesday in protest at a border shelling.",
            "diplomatic_status/done 2026-02-24 baghdad",
            {"sy_gov": "initiator"},
            [],
        ),
        (
            "مخيم الهول الذي تسلمته الحكومة السورية في 21 كانون الثاني غادرته أمس 90 عائلة عراقية إلى نينوى.",
            "repatriation/done 2026-03-01 camp_hol",
            {"pop_camp_families": "target"},
            [90],
        ),
        (
            "حسين السلامة، الذي تولى رئاسة الاستخبارات السورية في 3 أيار 2025، التقى حميد الشطري في بغداد السبت.",
            "meeting/done 2026-02-28 baghdad",
            {"p_salama": "participant", "p_shatri": "host"},
            [],
        ),
        (
            "أرسل العراق أمس تعزيزات إلى الحدود مع سوريا بعد فرار 120 سجيناً من سجن الشدادي.",
            "border_measure/done 2026-03-01 border_iq_sy",
            {"iq_gov": "initiator"},
            [],
        ),
        (
            "Iraq sent reinforcements to the Syrian border on Sunday after 120 inmates escaped from Shaddadi prison.",
            "border_measure/done 2026-03-01 border_iq_sy",
            {"iq_gov": "initiator"},
            [],
        ),
        (
            "The visit of Syrian Foreign Minister al-Shaibani to Baghdad will take place on Wednesday.",
            "meeting/planned 2026-03-04 baghdad",
            {"p_shaibani": "participant"},
            [],
        ),
        (
            "The transfer of 2,000 ISIS detainees from Syria to Iraq will begin on Wednesday, CENTCOM said.",
            "detainee_transfer/planned 2026-03-04 c_sy",
            {"centcom": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [2000],
        ),
        (
            "The return of 250 Iraqi families from al-Hol will start on Wednesday, the Iraqi Migration Ministry said.",
            "repatriation/planned 2026-03-04 camp_hol",
            {"iq_momd": "host", "pop_camp_families": "target"},
            [250],
        ),
        (
            "The deployment of two brigades to the Syrian border will begin on Wednesday, the Iraqi army said.",
            "border_measure/planned 2026-03-04 border_iq_sy",
            {"iq_army": "initiator"},
            [],
        ),
        (
            "The reopening of Rabia crossing between Iraq and Syria will happen on Wednesday.",
            "crossing_status/planned 2026-03-04 x_rabia",
            {},
            [],
        ),
        (
            "Iraqi and Syrian border officers have a meeting lined up for Wednesday at al-Qaim.",
            "meeting/planned 2026-03-04 qaim",
            {"iq_gov": "host", "sy_gov": "participant"},
            [],
        ),
        (
            "US forces moved 275 IS detainees from Hasakah, Syria to Iraq on Sunday.",
            "detainee_transfer/done 2026-03-01 sy_hasakah",
            {"us_forces": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [275],
        ),
        (
            "Some 90 ISIS detainees were moved to Iraq from Syria on Sunday.",
            "detainee_transfer/done 2026-03-01 c_sy",
            {"pop_isis_detainees": "target"},
            [90],
        ),
        (
            "Iraqi-Syrian security talks were held in Damascus on Sunday.",
            "meeting/done 2026-03-01 damascus",
            {"iq_gov": "participant", "sy_gov": "host"},
            [],
        ),
        (
            "Iraqi and Syrian generals are locked in talks in Baghdad on Monday over border control.",
            "meeting/done 2026-03-02 baghdad",
            {"iq_gov": "host", "sy_gov": "participant"},
            [],
        ),
        (
            "A meeting of the Iraqi-Syrian border committee due in Damascus on Monday was postponed.",
            "meeting/cancelled 2026-03-02 damascus",
            {"iq_gov": "participant", "sy_gov": "host"},
            [],
        ),
        (
            "Iraq signed a border accord with Syria on Sunday.",
            "agreement/done 2026-03-01 -",
            {"iq_gov": "participant", "sy_gov": "participant"},
            [],
        ),
        (
            "A joint Iraqi-Syrian patrol due along the border on Sunday was cancelled.",
            "joint_operation/cancelled 2026-03-01 border_iq_sy",
            {"iq_gov": "participant", "sy_gov": "participant"},
            [],
        ),
        (
            "Acting on Iraqi information, Syrian Internal Security Forces arrested two IS members in Deir ez-Zor "
            "on Monday.",
            "joint_operation/done 2026-03-02 sy_deir_ez_zor",
            {"sy_isf": "initiator", "iq_gov": "participant", "pop_suspects": "target"},
            [2],
        ),
        (
            "Hamid al-Shatri handed the Syrian side a dossier on ISIS leaders on Thursday.",
            "intelligence_sharing/done 2026-02-26 -",
            {"p_shatri": "initiator", "sy_gov": "participant"},
            [],
        ),
        (
            "Iraqi intelligence chief Hamid al-Shatri gave Syria a list of ISIS leaders on Thursday.",
            "intelligence_sharing/done 2026-02-26 -",
            {"p_shatri": "initiator", "sy_gov": "participant"},
            [],
        ),
        (
            "Syrian troops arrested three smugglers in Albukamal on the Iraqi border on Sunday.",
            "border_operation/done 2026-03-01 albukamal",
            {"sy_army": "initiator", "pop_suspects": "target"},
            [3],
        ),
        (
            "Iraqi soldiers arrested three smugglers near the Syrian border at Rabia on Sunday.",
            "border_operation/done 2026-03-01 rabia",
            {"iq_army": "initiator", "pop_suspects": "target"},
            [3],
        ),
        (
            "Three Syrian soldiers were killed in an Islamic State ambush near Albukamal on the Iraqi border on "
            "Sunday.",
            "incident/done 2026-03-01 albukamal",
            {"sy_army": "target", "isis": "initiator"},
            [3],
        ),
        (
            "Iraqi forces, in coordination with the Syrian army, arrested an Islamic State commander in Albukamal "
            "on Sunday.",
            "joint_operation/done 2026-03-01 albukamal",
            {"sy_army": "participant", "pop_suspects": "target", "iq_armed_forces": "initiator"},
            [1],
        ),
        (
            "Iraqi security forces arrested an Islamic State commander in Albukamal on Sunday in coordination "
            "with the Syrian army.",
            "joint_operation/done 2026-03-01 albukamal",
            {"sy_army": "participant", "pop_suspects": "target", "iq_armed_forces": "initiator"},
            [1],
        ),
        (
            "Turkish drones hit SDF positions near the Semalka crossing with Iraq on Saturday.",
            "incident/done 2026-02-28 x_semalka",
            {"sdf": "target", "tr": "initiator"},
            [],
        ),
        (
            "An Israeli air strike hit a PMF headquarters on the Iraqi-Syrian border on Friday, killing four fighters.",
            "incident/done 2026-02-27 border_iq_sy",
            {"iq_pmf": "target", "il": "initiator"},
            [4],
        ),
        (
            "Israeli jets bombed a PMF position on the Iraqi-Syrian border near Albukamal on Sunday.",
            "incident/done 2026-03-01 albukamal",
            {"iq_pmf": "target", "il": "initiator"},
            [],
        ),
        (
            "A PMF position on the Syrian border near al-Qaim was hit by a US air strike on Sunday.",
            "incident/done 2026-03-01 qaim",
            {"iq_pmf": "target", "us_forces": "initiator"},
            [],
        ),
        (
            "PMF fighters were killed in an Israeli air strike on the Syrian border near al-Qaim on Sunday.",
            "incident/done 2026-03-01 qaim",
            {"iq_pmf": "target", "il": "initiator"},
            [],
        ),
        (
            "قُتل جنديان سوريان في هجوم لتنظيم داعش قرب البوكمال على الحدود العراقية.",
            "incident/done 2026-03-02 albukamal",
            {"sy_army": "target", "isis": "initiator"},
            [2],
        ),
        (
            "قتل ثلاثة من الحشد الشعبي بقصف جوي أمريكي على موقع لهم في البوكمال.",
            "incident/done 2026-03-02 albukamal",
            {"iq_pmf": "target", "us_forces": "initiator"},
            [3],
        ),
        (
            "The PMF said it arrested three Islamic State members near al-Qaim on the Syrian border on Sunday.",
            "border_operation/done 2026-03-01 qaim",
            {"iq_pmf": "initiator", "pop_suspects": "target"},
            [3],
        ),
        (
            "President Sharaa met Iraqi intelligence chief Hamid al-Shatri in Damascus on Sunday.",
            "meeting/done 2026-03-01 damascus",
            {"p_sharaa": "host", "p_shatri": "participant"},
            [],
        ),
        (
            "Al-Sharaa received Iraqi intelligence chief Hamid al-Shatri in Damascus on Sunday.",
            "meeting/done 2026-03-01 damascus",
            {"p_sharaa": "host", "p_shatri": "participant"},
            [],
        ),
        (
            "Iraqi intelligence chief Hamid al-Shatri met Sharaa in Damascus on Sunday.",
            "meeting/done 2026-03-01 damascus",
            {"p_shatri": "participant", "p_sharaa": "host"},
            [],
        ),
        (
            "Iraqi PM Sudani spoke by phone with Syria's Sharaa on Sunday about the border.",
            "call/done 2026-03-01 -",
            {"p_sudani": "participant", "p_sharaa": "participant"},
            [],
        ),
        (
            "Iraq's Sudani met Syria's Sharaa in Doha on Sunday.",
            "meeting/done 2026-03-01 doha",
            {"p_sudani": "participant", "p_sharaa": "participant"},
            [],
        ),
        (
            "US special envoy Barrack met Iraqi Prime Minister Sudani in Baghdad on Sunday to discuss Syria and "
            "the detainees.",
            "meeting/done 2026-03-01 baghdad",
            {"p_barrack": "participant", "p_sudani": "host"},
            [],
        ),
        (
            "Al-Araji received Syrian Interior Minister Anas Khattab in Baghdad on Sunday.",
            "meeting/done 2026-03-01 baghdad",
            {"p_araji": "host", "p_khattab": "participant"},
            [],
        ),
        (
            "Khattab received Iraqi Interior Minister Abdul Amir al-Shammari in Damascus on Sunday.",
            "meeting/done 2026-03-01 damascus",
            {"p_khattab": "host", "p_shammari": "participant"},
            [],
        ),
        (
            "A US delegation headed by Barrack met the Iraqi premier in Baghdad on Sunday to discuss Syria and "
            "the detainees.",
            "meeting/done 2026-03-01 baghdad",
            {"p_barrack": "participant", "p_sudani": "host"},
            [],
        ),
        (
            "قال مكتب رئيس الوزراء العراقي إن السوداني تلقى أمس اتصالاً من وزير الخارجية الأمريكي ماركو روبيو "
            "بشأن نقل معتقلي داعش من سوريا.",
            "call/done 2026-03-01 -",
            {"p_sudani": "participant", "p_rubio": "participant"},
            [],
        ),
        (
            "بحث وزير الخارجية العراقي فؤاد حسين مع الشيباني في دمشق أمن الحدود.",
            "meeting/done 2026-03-02 damascus",
            {"p_fuad_hussein": "participant", "p_shaibani": "host"},
            [],
        ),
        (
            "التقى وزير الخارجية الشيباني في دمشق وزير الخارجية العراقي فؤاد حسين.",
            "meeting/done 2026-03-02 damascus",
            {"p_shaibani": "host", "p_fuad_hussein": "participant"},
            [],
        ),
        (
            "استقبل وزير الداخلية الشمري في بغداد نظيره السوري خطاب.",
            "meeting/done 2026-03-02 baghdad",
            {"p_shammari": "host", "p_khattab": "participant"},
            [],
        ),
        (
            "زار المبعوث العراقي عزت الشابندر دمشق والتقى الرئيس الشرع ووزير الخارجية الشيباني، ونقل إليهما رسالة "
            "من السوداني.",
            "meeting/done 2026-03-02 damascus",
            {"p_shabandar": "participant", "p_sharaa": "host", "p_shaibani": "participant", "p_sudani": "mentioned"},
            [],
        ),
        (
            "التقى وزير الداخلية العراقي نظيره السوري في دمشق. وزار وزير الدفاع العراقي ثابت العباسي الأنبار.",
            "meeting/done 2026-03-02 damascus",
            {"p_shammari": "participant", "p_khattab": "host"},
            [],
        ),
        (
            "التقى وزير الداخلية العراقي نظيره السوري في دمشق. واستقبل وزير الدفاع العراقي ثابت العباسي وفداً من "
            "حلف الناتو.",
            "meeting/done 2026-03-02 damascus",
            {"p_shammari": "participant", "p_khattab": "host"},
            [],
        ),
        (
            "أجرى رئيس الوزراء العراقي اتصالاً بالرئيس السوري. وكان السوداني تلقى أمس اتصالاً من الرئيس التركي "
            "رجب طيب أردوغان.",
            "call/done 2026-03-01 -",
            {"p_sudani": "participant", "p_sharaa": "participant"},
            [],
        ),
        (
            "بحث وزير الدفاع السوري اللواء مرهف أبو قصرة مع نظيره العراقي ثابت العباسي في دمشق ضبط الحدود "
            "المشتركة. وكان رئيس أركان الجيش العراقي عبد الأمير رشيد يار الله زار الحدود في كانون الثاني الماضي.",
            "meeting/done 2026-03-02 damascus",
            {"p_abu_qasra": "host", "p_abbasi": "participant"},
            [],
        ),
        (
            "التقى رئيس الوزراء العراقي محمد شياع السوداني في بغداد وزير الخارجية السوري أسعد الشيباني. وكان وزير "
            "الخارجية التركي هاكان فيدان زار بغداد الشهر الماضي.",
            "meeting/done 2026-03-02 baghdad",
            {"p_sudani": "host", "p_shaibani": "participant"},
            [],
        ),
        (
            "التقى وزير الداخلية العراقي في دمشق نظيره السوري. وفي سياق آخر، استقبل وزير الدفاع العراقي ثابت "
            "العباسي السفيرة البريطانية في بغداد.",
            "meeting/done 2026-03-02 damascus",
            {"p_shammari": "participant", "p_khattab": "host"},
            [],
        ),
        (
            "استقبل وزير الداخلية السوري نظيره العراقي في دمشق. من جهة أخرى، بحث مستشار الأمن القومي قاسم الأعرجي "
            "مع السفير التركي في بغداد ملف حزب العمال.",
            "meeting/done 2026-03-02 damascus",
            {"p_khattab": "host", "p_shammari": "participant"},
            [],
        ),
        (
            "زار وزير الدفاع العراقي ثابت العباسي دمشق اليوم والتقى نظيره السوري. وأجرى العباسي قبل أيام اتصالاً "
            "مع وزير الدفاع التركي يشار غولر.",
            "meeting/done 2026-03-02 damascus",
            {"p_abbasi": "participant", "p_abu_qasra": "host"},
            [],
        ),
        (
            "Iraqi Defence Minister Thabit al-Abbasi met Murhaf Abu Qasra in Damascus on Sunday. Abbasi is due to "
            "meet Turkish Defence Minister Yasar Guler in Ankara on Thursday.",
            "meeting/done 2026-03-01 damascus",
            {"p_abbasi": "participant", "p_abu_qasra": "host"},
            [],
        ),
        (
            "Syria's Asaad al-Shaibani called Fuad Hussein on Sunday to discuss the border. Hussein earlier spoke "
            "with Turkey's Hakan Fidan about the PKK.",
            "call/done 2026-03-01 -",
            {"p_shaibani": "participant", "p_fuad_hussein": "participant"},
            [],
        ),
        (
            "Fuad Hussein spoke by phone with Asaad al-Shaibani on Sunday about the border. He also held calls "
            "with Iran's Abbas Araghchi and Egypt's Badr Abdelatty on Gaza.",
            "call/done 2026-03-01 -",
            {"p_fuad_hussein": "participant", "p_shaibani": "participant"},
            [],
        ),
        (
            "تسلّم العراق 500 سجين من داعش من قوات سوريا الديمقراطية عبر منفذ ربيعة.",
            "detainee_transfer/done 2026-03-02 x_rabia",
            {"iq_gov": "host", "sdf": "initiator", "pop_isis_detainees": "target"},
            [500],
        ),
        (
            "تسلم جهاز المخابرات العراقي من قسد 20 معتقلاً من داعش.",
            "detainee_transfer/done 2026-03-02 c_sy",
            {"iq_inis": "host", "sdf": "initiator", "pop_isis_detainees": "target"},
            [20],
        ),
        (
            "تسلم العراق من قسد 50 إرهابياً عراقياً.",
            "detainee_transfer/done 2026-03-02 c_sy",
            {"iq_gov": "host", "sdf": "initiator", "pop_isis_detainees": "target"},
            [50],
        ),
        (
            "Iraq took in 450 detainees of the Islamic State group from the SDF on Sunday.",
            "detainee_transfer/done 2026-03-01 c_sy",
            {"iq_gov": "host", "sdf": "initiator", "pop_isis_detainees": "target"},
            [450],
        ),
        (
            "Damascus handed Baghdad information on an Islamic State cell in Anbar on Monday.",
            "intelligence_sharing/done 2026-03-02 -",
            {"sy_gov": "initiator", "iq_gov": "participant"},
            [],
        ),
        (
            "بغداد - واع: استقبل رئيس مجلس الوزراء محمد شياع السوداني، اليوم الاثنين، وزير الخارجية والمغتربين في "
            "الجمهورية العربية السورية أسعد الشيباني والوفد المرافق له.",
            "meeting/done 2026-03-02 baghdad",
            {"p_sudani": "host", "p_shaibani": "participant"},
            [],
        ),
        (
            "Turkish Foreign Minister Hakan Fidan hosted his Iraqi and Syrian counterparts in Ankara on Sunday to "
            "discuss the border.",
            "meeting/done 2026-03-01 ankara",
            {"p_fidan": "host", "p_fuad_hussein": "participant", "p_shaibani": "participant"},
            [],
        ),
        (
            "Iraq's foreign minister met his Syrian and Turkish counterparts in Antalya on Sunday to discuss "
            "Islamic State.",
            "meeting/done 2026-03-01 antalya",
            {"p_fuad_hussein": "participant", "p_shaibani": "participant", "p_fidan": "host"},
            [],
        ),
        (
            "Syrian forces arrested an Islamic State commander in Damascus on Sunday in a joint operation with Iraq.",
            "joint_operation/done 2026-03-01 damascus",
            {"sy_army": "initiator", "iq_gov": "participant", "pop_suspects": "target"},
            [1],
        ),
        (
            "A joint operation by Iraqi and Syrian intelligence led to the arrest of an Islamic State commander "
            "in Damascus on Sunday.",
            "joint_operation/done 2026-03-01 damascus",
            {"iq_inis": "initiator", "sy_gid": "participant", "pop_suspects": "target"},
            [1],
        ),
        (
            "Iraqi Defence Minister Thabit al-Abbasi and army chief Abdul Amir Yarallah sent two brigades to the "
            "Syrian border on Sunday.",
            "border_measure/done 2026-03-01 border_iq_sy",
            {"p_yarallah": "initiator", "p_abbasi": "initiator"},
            [],
        ),
        (
            "أسقط الجيش العراقي طائرة مسيرة قادمة من سوريا فوق القائم.",
            "border_operation/done 2026-03-02 qaim",
            {"iq_army": "initiator"},
            [],
        ),
        (
            "Iraqi and Syrian officials met inside al-Hol camp on Sunday to arrange the return of families.",
            "meeting/done 2026-03-01 camp_hol",
            {"iq_gov": "participant", "sy_gov": "host"},
            [],
        ),
        (
            "قُتل ضابط في الجيش السوري بانفجار لغم قرب معبر اليعربية على الحدود العراقية.",
            "incident/done 2026-03-02 x_rabia",
            {"sy_army": "target"},
            [1],
        ),
        (
            "تعرض رتل للتحالف الدولي لهجوم قرب معبر الوليد بعد انسحابه من التنف.",
            "incident/done 2026-03-02 x_walid",
            {"coalition": "target"},
            [],
        ),
        (
            "أعادت وزارة الهجرة العراقية 150 عائلة من مخيم الهول إلى الجدعة. ويضم المخيم نحو 14 ألف عراقي.",
            "repatriation/done 2026-03-02 camp_hol",
            {"iq_momd": "initiator", "pop_camp_families": "target"},
            [150, 14000],
        ),
        (
            "نقلت القوات الأمريكية 150 معتقلاً من داعش من الحسكة إلى العراق، ما يرفع عدد المنقولين إلى 2250 معتقلاً.",
            "detainee_transfer/done 2026-03-02 sy_hasakah",
            {"us_forces": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [150, 2250],
        ),
        (
            "ضبطت قوات الحدود العراقية مليوناً ومئتي ألف حبة كبتاغون قرب القائم قادمة من سوريا.",
            "border_operation/done 2026-03-02 qaim",
            {"iq_border_guard": "initiator"},
            [1200000],
        ),
        (
            "US forces moved 150 Islamic State detainees from Hasakah to Iraq on Sunday, bringing the total "
            "transferred to 2,250.",
            "detainee_transfer/done 2026-03-01 sy_hasakah",
            {"us_forces": "initiator", "iq_gov": "host", "pop_isis_detainees": "target"},
            [150, 2250],
        ),
    ],
)
def test_a_plain_sentence(text: str, what: str, cast: dict[str, str], numbers: list[float]) -> None:
    report = told(text, DAY)[0]
    place = report.place.id if report.place else "-"
    assert f"{report.type}/{report.modality} {report.date} {place}" == what
    assert parts(report) == cast
    assert [c.value for c in report.counts] == numbers


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (
            "التقى مستشار الأمن القومي العراقي قاسم الأعرجي في بغداد اليوم السفير السوري.",
            {"p_araji": "host", "السفير السوري": "participant"},
        ),
        (
            "24 ساعة بعد وصوله، التقى قاسم الأعرجي بالسفير السوري لبحث أمن الحدود بين العراق وسوريا.",
            {"p_araji": "participant", "السفير السوري": "participant"},
        ),
        (
            "وصلت، الأحد، 150 عائلة من سوريا إلى العراق عبر منفذ القائم قادمة من مخيم الهول.",
            {"pop_camp_families": "target"},
        ),
        ("التقى وزير الدفاع السوري في دمشق السفير العراقي.", {"p_abu_qasra": "host", "السفير العراقي": "participant"}),
        (
            "بحث وزير الداخلية العراقي مع السفير الأمريكي خطة نقل 7000 معتقل من داعش من سوريا إلى العراق.",
            {"p_shammari": "host", "السفير الأمريكي": "participant"},
        ),
        (
            "التقى مستشار الأمن القومي قاسم الأعرجي السفير السوري صطام الدندح في بغداد.",
            {"p_araji": "host", "صطام الدندح": "participant"},
        ),
        (
            "Iraqi Interior Minister Abdul Amir al-Shammari received the Syrian ambassador in Baghdad on Sunday to "
            "discuss the border.",
            {"p_shammari": "host", "Syrian ambassador": "participant"},
        ),
    ],
)
def test_an_envoy_without_a_name_takes_part(text: str, cast: dict[str, str]) -> None:
    assert {p.actor or p.name: p.part.value for p in told(text, DAY)[0].participants} == cast


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("التقى مستشار الأمن القومي العراقي قاسم الأعرجي في بغداد اليوم السفير السوري.", "SY"),
        (
            "التقى السفير الإيراني في بغداد مستشار الأمن القومي العراقي وبحثا أمن الحدود العراقية السورية.",
            "other",
        ),
        (
            "Iraqi Interior Minister Abdul Amir al-Shammari received the Syrian ambassador in Baghdad on Sunday to "
            "discuss the border.",
            "SY",
        ),
    ],
)
def test_an_envoy_without_a_name_is_of_his_state(text: str, side: str) -> None:
    assert [p.side.value for p in told(text, DAY)[0].participants if p.actor is None] == [side]


def test_another_matter_brings_nobody_to_the_envoys_table() -> None:
    text = (
        "التقى مستشار الأمن القومي العراقي قاسم الأعرجي في بغداد أمس السفير السوري، وبحثا أمن الحدود المشتركة. "
        "وفي سياق آخر، استقبل وزير الدفاع العراقي ثابت العباسي السفيرة البريطانية في بغداد."
    )
    assert [p.actor or p.name for p in told(text, DAY)[0].participants] == ["p_araji", "السفير السوري"]


def test_whom_a_court_hears_is_of_the_prisoners_told_about() -> None:
    text = (
        "نقلت القوات الأمريكية أمس 150 معتقلاً من داعش من الحسكة إلى العراق. "
        "وأعلن مجلس القضاء الأعلى في بغداد اليوم أن محكمة تحقيق الكرخ باشرت استجواب 60 متهماً من المنقولين من سوريا."
    )
    statement = next(r for r in told(text, DAY) if r.type is EventType.STATEMENT)
    assert parts(statement)["pop_isis_detainees"] == "target"


def test_a_visit_that_took_place_is_none_of_the_planned_one() -> None:
    text = (
        "قال مصدر حكومي إن رئيس جهاز المخابرات العراقي حميد الشطري سيجري زيارة جديدة إلى دمشق للقاء نظيره السوري. "
        "وترأس الشطري في 25 نيسان 2025 وفداً إلى دمشق ضم ممثلين عن هيئة المنافذ، والتقى الرئيس أحمد الشرع."
    )
    planned = next(r for r in told(text, DAY) if r.modality is Modality.PLANNED)
    assert set(parts(planned)) == {"p_shatri", "p_salama"}

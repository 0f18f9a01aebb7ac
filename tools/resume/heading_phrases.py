"""The phrases that head a section of a resume, in English and Hindi, by kind of section. No logic."""

from __future__ import annotations

from typing import Literal

SectionKind = Literal[
    "header",
    "summary",
    "experience",
    "education",
    "skills",
    "projects",
    "certifications",
    "languages",
    "interests",
    "personal",
    "references",
    "declaration",
    "other",
]


PHRASES: dict[SectionKind, str] = {
    "summary": """
        summary|profile|objective|objectives|career objective|career objectives|career summary|career focus|
        career profile|professional summary|professional profile|professional overview|profile summary|
        executive summary|executive profile|summary of qualifications|qualifications summary|
        summary of experience|experience summary|overview|career overview|about|about me|synopsis|
        professional synopsis|profile synopsis|personal statement|professional objective|job objective|
        employment objective|objective statement|carrier objective|statement|introduction|bio|biography|
        who am i|career highlights|profile overview|core profile|उद्देश्य|कैरियर उद्देश्य|करियर उद्देश्य|परिचय|
        सारांश|प्रोफ़ाइल|profil|zusammenfassung|résumé|perfil""",
    "experience": """
        experience|experiences|work experience|work experiences|professional experience|job experience|
        professional experiences|employment|employment history|employment details|employment record|
        employment summary|work history|career history|job history|experience details|experience detail|
        company details|work profile|work details|working experience|industry experience|industrial experience|
        relevant experience|other experience|relevant work experience|related experience|additional experience|
        additional work experience|teaching experience|other work experience|career experience|
        corporate experience|organizational experience|organisational experience|organisation experience|
        professional background|work background|employment experience|internship|internships|
        internship experience|internship details|industrial training|job profile|current employment|
        previous employment|present employment|past employment|previous experience|current experience|
        past experience|military experience|work and experience|professional career|career|career chronology|
        career graph|career path|career contour|clinical experience|research experience|leadership experience|
        field experience|business experience|banking experience|accounting experience|it experience|
        technical experience|experience in brief|details of experience|details of employment|job details|
        service record|work exposure|professional exposure|professional history|experience profile|
        experience highlights|professional journey|work|employers|अनुभव|कार्य अनुभव|कार्यानुभव|कार्य का अनुभव|
        नौकरी का अनुभव|व्यावसायिक अनुभव|रोजगार|रोज़गार|रोजगार विवरण|कार्य इतिहास|berufserfahrung|expérience|
        expériences|expérience professionnelle|expériences professionnelles|experiencia""",
    "education": """
        education|educations|education details|education detail|educational details|educational qualification|
        educational qualifications|education qualification|education qualifications|educational background|
        education history|education background|academic qualification|academic qualifications|
        academic background|academic details|academic profile|academic record|academic records|
        academic credentials|academics|academic|academia|qualification|qualifications|
        professional qualification|professional qualifications|scholastics|scholastic record|
        technical qualification|technical qualifications|academic and professional qualification|
        academic chronicle|education summary|education profile|education and training|education and credentials|
        schooling|academic history|academic summary|academic performance|academic achievements|
        academic projection|basic academic credentials|professional and academic qualification|studies|
        formation|diplomas|degrees|academic qualification details|educational credentials|educational profile|
        educational attainment|educational record|शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|शैक्षणिक विवरण|
        शैक्षिक विवरण|योग्यता|ausbildung|bildung|educación""",
    "skills": """
        skills|skill|skill set|skillset|skills set|key skills|key skill|technical skills|technical skill|
        it skills|it skill|computer skills|computer skill|computer knowledge|core skills|professional skills|
        soft skills|skill details|technical skill set|technical skillset|technical expertise|
        technical proficiency|technical proficiencies|technical knowledge|technical competencies|
        technical summary|technical profile|technical purview|technologies|technology|technology skills|
        areas of expertise|area of expertise|areas of interest and expertise|expertise|core competencies|
        core competency|core competence|competencies|key competencies|core strengths|strengths|strength|
        key strengths|personal strengths|highlights|skill highlights|skills highlights|
        key skills and competencies|software skills|software proficiency|software knowledge|software|
        computer proficiency|computer literacy|tools|tools and technologies|technologies and tools|
        technical tools|top skills|skills summary|summary of skills|skills and abilities|skills and expertise|
        skills and competencies|skills and tools|skills and interests|skills and strengths|key qualifications|
        key expertise|functional skills|managerial skills|interpersonal skills|personal skills|
        professional strengths|additional skills|other skills|relevant skills|specialties|specialities|
        programming skills|programming languages|programming|professional expertise|operating systems|databases|
        proficiencies|abilities|capabilities|key capabilities|domain expertise|domain knowledge|special skills|
        trade skills|clinical skills|language and technologies|qualifications and skills|technical|talents|
        non technical skills|computer awareness|it proficiency|it knowledge|skills possessed|key proficiencies|
        कौशल|मुख्य कौशल|तकनीकी कौशल|कंप्यूटर ज्ञान|कम्प्यूटर ज्ञान|दक्षता|fähigkeiten|kenntnisse|compétences|
        habilidades""",
    "projects": """
        projects|project|project details|project detail|project experience|projects undertaken|projects handled|
        project undertaken|academic project|academic projects|key projects|major projects|personal projects|
        minor project|project profile|project work|project works|projects details|project summary|
        selected projects|side projects|final year project|major project|live projects|research projects|
        project highlights|college projects|notable projects|recent projects|relevant projects|projects profile|
        open source|open source projects|परियोजना|परियोजनाएं""",
    "certifications": """
        certifications|certification|certificates|certificate|licenses|licences|license|licensure|
        licenses and certifications|certifications and licenses|licenses certifications|certification details|
        professional certifications|professional certification|technical certifications|
        certifications licenses groups|certifications and training|training and certifications|
        trainings and certifications|courses and certifications|certification and training|courses|course|
        trainings|training|training undertaken|professional training|training and development|
        professional development|certification and licenses|credentials|certificate courses|training details|
        trainings attended|training attended|online courses|technical certification|certifications and awards|
        प्रमाणपत्र|प्रमाण पत्र|प्रशिक्षण""",
    "languages": """
        languages|language|languages known|language known|language skills|linguistic skills|known languages|
        language proficiency|linguistic proficiency|linguistic abilities|languages spoken|भाषा|भाषाएं|भाषाएँ|
        भाषा ज्ञान|भाषाओं का ज्ञान|sprachen|langues|idiomas""",
    "interests": """
        interests|interest|hobbies|hobby|hobbies and interests|interests and hobbies|personal interests|
        extra curricular|extra curricular activities|extracurricular|extracurricular activities|
        co curricular activities|extra curricular activity|extra curriculum activities|
        extra curricular activities and achievements|activities|leisure|area of interest|areas of interest|
        activities and interests|fields of interest|volunteering|volunteer work|volunteer experience|volunteer|
        community service|community involvement|social activities|शौक|रुचियां|रुचि|रुचियाँ""",
    "personal": """
        personal details|personal detail|personal information|personal profile|personal data|personal dossier|
        personal particulars|personal vitae|personal info|personal|bio data|biodata|contact|contact details|
        contact info|contact information|contact me|contacts|address|personal memoranda|personal minutiae|
        personal snippets|other details|personal background|get in touch|व्यक्तिगत विवरण|व्यक्तिगत जानकारी|
        निजी विवरण|निजी जानकारी|संपर्क|संपर्क विवरण""",
    "references": """
        references|reference|referees|professional references|personal references|recommendations|संदर्भ""",
    "declaration": """
        declaration|self declaration|declarations|घोषणा|वचन""",
    "other": """
        additional information|additional info|other information|miscellaneous|achievements|achievement|awards|
        award|accomplishments|accomplishment|honors|honours|honors and awards|honours and awards|
        awards and honors|honors awards|awards and achievements|achievements and awards|awards and recognition|
        awards and recognitions|rewards|key achievements|major achievements|professional achievements|
        rewards and recognition|rewards and recognitions|publications|selected publications|publication|patents|
        papers|research|research interests|conferences|presentations|affiliations|professional affiliations|
        memberships|membership|professional memberships|memberships and affiliations|links|additional details|
        positions of responsibility|position of responsibility|leadership|seminars|workshops|workshops attended|
        salary details|expected salary|availability|other|others|groups|military service|talks|press|
        scholarships|test scores|coursework|relevant coursework|workshop|seminar|recognition|
        key responsibilities area|professional associations|hackathons|उपलब्धियां|उपलब्धियाँ|अन्य जानकारी""",
}

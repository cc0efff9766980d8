/** Our wording of what the law asks for. Facts about the operator are gaps: only the operator knows them. */
export const imprintText = `## Anbieter

{{verbund}}

[[Straße und Hausnummer]]

[[Postleitzahl und Ort]]

## Vertreten durch

[[Namen des Vorstands]]

## Kontakt

Telefon: [[Telefonnummer]]

E-Mail: [[E-Mail-Adresse]]

## Register

Genossenschaftsregister: [[Registergericht und Nummer]]

Umsatzsteuer-Identifikationsnummer: [[Umsatzsteuer-Nummer, oder „keine“]]

Prüfungsverband: [[Prüfungsverband mit Anschrift]]

## Verantwortlich für den Inhalt der Meldungen

[[Name und Anschrift der verantwortlichen Person]]`

export const privacyText = `{{verbund}} betreibt dieses Portal. Hier steht, welche Daten dabei anfallen, wozu und wie lange.

## Wer verantwortlich ist

{{verbund}}, [[Anschrift und E-Mail-Adresse]]

Datenschutzbeauftragte: [[Name oder Stelle und Kontakt]]

Was eine Kommune im Portal über sich selbst erfasst, etwa die Antworten ihrer Prüfungen, verantwortet sie. {{verbund}} verarbeitet es in ihrem Auftrag.

## Wenn Sie nur lesen

Die öffentlichen Seiten werten Ihren Besuch nicht aus. Sie laden nichts von fremden Servern und setzen kein Cookie, mit dem Sie wiedererkannt werden. Füllen Sie ein Formular aus, schützt ein Cookie davor, dass jemand anderes es in Ihrem Namen absendet. Es endet mit dem Browser.

Zu jedem Aufruf schreibt das Portal Zeit, Adresse der Seite, Ergebnis und Dauer auf, um Störungen zu erkennen, nicht Ihre Netzadresse. Wer ein Formular absendet oder sich anmeldet, wird zum Schutz vor Missbrauch bis zu einem Tag lang gezählt; statt der Netzadresse steht dort ein Prüfwert (Art. 6 Abs. 1 Buchst. f DSGVO).

## Wenn Sie eine Barriere melden

Gespeichert wird, was Sie schreiben, und Ihre Adresse, wenn Sie eine angeben. Die Adresse dient nur der Antwort und wird mit ihr gelöscht, die Meldung ein Jahr danach.

## Wenn Sie einen Zugang haben

Gespeichert sind Ihr Name, Ihre dienstliche Adresse, Ihre Aufgaben und was Sie im Portal tun, soweit es nachvollziehbar bleiben muss. Was über Sie gespeichert ist, zeigt und lädt „Mein Zugang“. Alle Fristen nennt Ihnen {{verbund}} auf Anfrage.

## Ihre Rechte

Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, widersprechen und Ihre Daten mitnehmen (Art. 15 bis 21 DSGVO). Wenden Sie sich dafür an die oben genannte Stelle. Beschweren können Sie sich bei der Aufsichtsbehörde: [[Name und Anschrift der Aufsichtsbehörde]]`

export const accessibilityText = `{{verbund}} möchte, dass alle dieses Portal benutzen können: mit Tastatur, Bildschirmleser, Vergrößerung, am Telefon und ohne Skripte.

## Wie weit wir sind

Maßstab sind die Barrierefreie-Informationstechnik-Verordnung und die WCAG 2.2, Stufen A und AA. Jede Fassung des Portals wird vor der Auslieferung maschinell daraufhin geprüft. Eine Prüfung durch Menschen: [[von wem, wann, mit welchem Ergebnis; oder „steht noch aus“]]

## Was noch nicht zugänglich ist

[[bekannte Barrieren und bis wann sie behoben werden; oder „keine bekannt“]]

## Barriere melden

Ist Ihnen etwas aufgefallen, [schreiben Sie uns](/barriere-melden). Sie brauchen dafür keinen Zugang und müssen keine Adresse angeben. Geben Sie eine an, antworten wir spätestens nach einem Monat.

Oder telefonisch: [[Telefonnummer]]

## Wenn unsere Antwort Ihnen nicht hilft

Dann können Sie sich an diese Stelle wenden: [[Durchsetzungs- oder Schlichtungsstelle mit Kontakt]]

## Stand

Diese Erklärung ist vom [[Datum]].`

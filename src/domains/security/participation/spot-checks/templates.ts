/** A usual sample, to start from: everything in it may be changed. */
export interface SpotCheckTemplate {
  key: string
  title: string
  object: string
  what: string
  expected: string
}

const template = (key: string, title: string, object: string, what: string, expected: string): SpotCheckTemplate => ({
  key,
  title,
  object,
  what,
  expected,
})

/** What an assessor usually looks at in a town hall, in our own words. */
export const spotCheckTemplates: readonly SpotCheckTemplate[] = [
  template(
    'screenLock',
    'Sperrbildschirm',
    'Arbeitsplatz mit Publikumsverkehr',
    'Einen angemeldeten Rechner fünfzehn Minuten unberührt lassen.',
    'Der Bildschirm sperrt sich von selbst und verlangt ein Passwort.',
  ),
  template(
    'restoreFile',
    'Wiederherstellung einer Datei',
    'Datensicherung der Dateiablage',
    'Eine Datei von gestern aus der Sicherung zurückholen lassen.',
    'Die Datei ist binnen einer Stunde wieder da und lässt sich öffnen.',
  ),
  template(
    'adminAccounts',
    'Administratorkonten',
    'Verzeichnisdienst',
    'Die Mitglieder der Administratorengruppen Name für Name durchgehen.',
    'Jedes Konto gehört einer Person, die diese Aufgabe heute hat, und niemand arbeitet damit im Alltag.',
  ),
  template(
    'patchLevel',
    'Patchstand eines Arbeitsplatzes',
    'Ein zufällig gewählter Arbeitsplatz',
    'Stand des Betriebssystems und des Browsers ablesen.',
    'Beide sind nicht älter als ein Monat, und der Hersteller liefert noch Aktualisierungen.',
  ),
  template(
    'serverPatchLevel',
    'Patchstand eines Servers',
    'Der Server des Fachverfahrens mit den meisten Nutzenden',
    'Letzte Aktualisierung und Ende der Unterstützung ablesen.',
    'Sicherheitsaktualisierungen sind eingespielt; das System wird noch unterstützt.',
  ),
  template(
    'serverRoom',
    'Serverraum',
    'Raum, in dem die Server stehen',
    'Tür, Schlüsselliste, Temperatur, Wasserleitungen und Lagergut ansehen.',
    'Die Tür ist zu, die Liste der Schlüssel stimmt, und im Raum lagert nichts Brennbares.',
  ),
  template(
    'leaver',
    'Ausgeschiedene Person',
    'Konten einer Person, die im letzten Jahr gegangen ist',
    'In Verzeichnisdienst, E-Mail und einem Fachverfahren nach ihr suchen.',
    'Alle Konten sind gesperrt, am letzten Arbeitstag oder früher.',
  ),
  template(
    'newcomer',
    'Rechte einer neuen Person',
    'Konto einer Person, die im letzten Jahr gekommen ist',
    'Ihre Rechte mit dem Antrag vergleichen.',
    'Sie hat, was beantragt und genehmigt wurde, und nicht mehr.',
  ),
  template(
    'malware',
    'Schutz vor Schadsoftware',
    'Ein Arbeitsplatz und der Server der Dateiablage',
    'Stand der Erkennung ablesen und die unschädliche Testdatei ablegen.',
    'Die Erkennung ist von heute, die Testdatei wird aufgehalten, und jemand erfährt davon.',
  ),
  template(
    'macros',
    'Makros aus dem Internet',
    'Ein Arbeitsplatz',
    'Ein Dokument mit Makro als E-Mail-Anhang öffnen.',
    'Das Makro läuft nicht, und die Person kann es nicht einfach zulassen.',
  ),
  template(
    'usb',
    'Fremder USB-Stick',
    'Ein Arbeitsplatz mit Publikumsverkehr',
    'Einen mitgebrachten, leeren Stick einstecken.',
    'Der Stick wird abgewiesen oder zuerst geprüft, so wie es die Anweisung sagt.',
  ),
  template(
    'remoteAccess',
    'Zugang von außen',
    'Fernzugang eines Dienstleisters',
    'Eine Einwahl zeigen lassen.',
    'Sie braucht einen zweiten Faktor, wird von der Kommune freigegeben und hinterher beendet.',
  ),
  template(
    'mobile',
    'Verlorenes Diensttelefon',
    'Ein Diensttelefon',
    'Zeigen lassen, wie es gesperrt und gelöscht wird.',
    'Jemand aus der IT kann es binnen Minuten, und das Telefon ist verschlüsselt.',
  ),
  template(
    'laptop',
    'Verschlüsselung eines Notebooks',
    'Ein Notebook aus dem Außendienst',
    'Den Zustand der Festplattenverschlüsselung ablesen.',
    'Der ganze Datenträger ist verschlüsselt, und der Ersatzschlüssel liegt sicher.',
  ),
  template(
    'wifi',
    'Gäste-WLAN',
    'WLAN im Ratssaal',
    'Als Gast anmelden und nach Geräten der Verwaltung suchen.',
    'Aus dem Gästenetz ist nichts von der Verwaltung zu erreichen.',
  ),
  template(
    'networkSocket',
    'Netzwerkdose im Flur',
    'Eine öffentlich zugängliche Dose',
    'Ein fremdes Gerät anschließen.',
    'Es bekommt keinen Zugang zum Netz der Verwaltung.',
  ),
  template(
    'printer',
    'Liegengebliebene Ausdrucke',
    'Drucker im Flur',
    'Ausgabefach und Papierkorb ansehen.',
    'Dort liegt nichts mit Namen oder Aktenzeichen.',
  ),
  template(
    'disposal',
    'Entsorgung von Datenträgern',
    'Ausgemusterte Geräte',
    'Lagerort und Nachweise ansehen.',
    'Sie stehen verschlossen, und für die letzten gibt es einen Nachweis der Vernichtung.',
  ),
  template(
    'emergencyCard',
    'Notfallkarte',
    'Drei Arbeitsplätze',
    'Fragen, wen man bei einem Vorfall anruft.',
    'Alle drei nennen dieselbe Nummer, ohne den Rechner zu brauchen.',
  ),
  template(
    'backupOffline',
    'Sicherung außerhalb des Netzes',
    'Aufbewahrung der Sicherungen',
    'Nach der Kopie fragen, die kein Server erreichen kann, und ihr Datum ablesen.',
    'Sie ist nicht älter als eine Woche und liegt nicht neben dem Server.',
  ),
  template(
    'logs',
    'Protokolle',
    'Anmeldungen am Verzeichnisdienst',
    'Eine absichtlich falsche Anmeldung von heute suchen lassen.',
    'Sie ist mit Uhrzeit und Rechner zu finden.',
  ),
  template(
    'passwordNotes',
    'Passwörter auf Papier',
    'Fünf Arbeitsplätze nach Dienstschluss',
    'Unter Tastaturen, an Bildschirmen und in offenen Schubladen nachsehen.',
    'Nirgends liegt ein Passwort.',
  ),
]

export const findTemplate = (key: string | undefined): SpotCheckTemplate | undefined =>
  spotCheckTemplates.find((one) => one.key === key)

import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about the road of a municipality. */
export const programmeMails: readonly MailTemplate[] = [
  {
    name: 'programmes.yourTurn',
    title: 'Ein Schritt wartet auf die Kommune',
    subject: '{{kommune}} ist in {{programm}} an der Reihe',
    text: `Guten Tag {{name}},

im Programm „{{programm}}“ geht es bei {{kommune}} jetzt mit Ihnen weiter:

{{schritt}}

Bis wann das am besten geschieht und was danach kommt, steht hier: {{portal}}{{adresse}}`,
    placeholders: {
      kommune: 'Name der Kommune',
      programm: 'Name des Programms',
      schritt: 'Was zu tun ist',
      adresse: 'Weg der Kommune hinter der Adresse des Portals',
    },
    required: ['adresse'],
  },
]

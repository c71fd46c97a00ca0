import type { CatalogueReview } from '../entry.ts';

const count = 300;

/** The kettle's reviews, newest of them in September 2026: many pages of them, of every rating, length and language, the same in every process. */
export function threeHundredReviews(): CatalogueReview[] {
  const random = mulberry32(0x6b657474);
  const pick = <T>(pool: readonly T[]): T => pool[Math.floor(random() * pool.length)] as T;
  const unique = new Set<string>();
  const reviews: CatalogueReview[] = [];
  for (let index = 0; reviews.length < count; index++) {
    const rating = pick([5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1]);
    const mood = rating >= 4 ? 'happy' : rating === 3 ? 'mixed' : 'cross';
    const tongue = index % 6 === 5 ? pick(tongues) : english;
    const body = tongue === english ? englishBody(mood, pick, random) : pick(tongue.bodies[mood]);
    if (unique.has(body)) continue;
    unique.add(body);
    const title = random() < 0.55 ? pick(tongue.titles[mood]) : undefined;
    reviews.push({
      rating,
      ...(title === undefined ? {} : { title }),
      body,
      author: pick(tongue.authors),
      verified: random() < 0.85,
      createdAt: momentAfter('2023-05-20T07:00:00Z', reviews.length * 4 + random() * 4),
    });
  }
  return reviews;
}

type Mood = 'happy' | 'mixed' | 'cross';

interface Tongue {
  authors: string[];
  titles: Record<Mood, string[]>;
  /** Whole reviews; the English ones are joined from sentences instead. */
  bodies: Record<Mood, string[]>;
}

/** One to five sentences: how it began, what was found, how it ended. */
function englishBody(mood: Mood, pick: <T>(pool: readonly T[]) => T, random: () => number): string {
  const length = random();
  if (length < 0.12) return pick(short[mood]);
  const parts = [pick(beginnings), pick(findings[mood])];
  if (length > 0.4) parts.push(pick(details[mood]));
  if (length > 0.65) parts.push(pick(asides));
  if (length > 0.5) parts.push(pick(endings[mood]));
  return parts.join(length > 0.9 ? '\n\n' : ' ');
}

const beginnings = [
  'Bought this to replace an old stovetop one that finally gave up.',
  'A present from my sister, who drinks only tea.',
  'I have had it for about eight months now.',
  'Arrived in two days, well packed, no plastic.',
  'We use it at least six times a day in the office.',
  'My third kettle of this kind in ten years.',
  'I was sceptical about paying this much to heat water.',
  'Read every review here before ordering, so it is only fair to add one.',
  'Chosen for the colour, I admit.',
  'I make pour-over coffee every morning before anybody else is up.',
  'Had it since the week it came out.',
  'Got the cream one for our new kitchen.',
  'First of all: delivery was quick and the driver kind.',
  'Live in a hard water area, so kettles do not have an easy life with me.',
  'Ordered on a whim during the sale.',
  'Our old one took the enamel off the sink when it fell, so this was overdue.',
  'I teach a brewing class on Thursdays and needed four.',
  'Moved from a thermometer and guesswork to this.',
  'My partner said we did not need it.',
  'I dithered for weeks between this and one at twice the price.',
];

const findings: Record<Mood, string[]> = {
  happy: [
    'The pour is as precise as everyone says.',
    'It is a joy to hold, even when full.',
    'The temperature is right to within a degree, I measured.',
    'My coffee has improved more from this than from any grinder.',
    'It does one thing and does it properly.',
    'Quiet, quick and pretty.',
    'The flow goes from drip to stream without glugging.',
    'It stops dead when you stop, not one drop on the counter.',
    'Green tea no longer tastes of spinach water.',
    'I like that there is one dial and no menu.',
    'Better balanced than the famous one I had before.',
    'It holds the temperature for the second cup, which is the cup that matters.',
  ],
  mixed: [
    'It pours very well, but the lid is stiff.',
    'Good, though slower than an ordinary kettle.',
    'Nice object, short cable.',
    'The beech handle marked where my thumb goes.',
    'Does the job; I had expected more at the price.',
    'One litre is less than it sounds with guests in the house.',
    'It reads two degrees low at the top of the range.',
    'The beep cannot be turned off, or I have not found out how.',
  ],
  cross: [
    'The base stopped answering after five weeks.',
    'It arrived with a dent in the spout.',
    'Rust spots under the lid after a month.',
    'Mine switches itself off at 80 and will not go on.',
    'It dribbles down the neck whatever I do.',
    'Wrong colour sent, twice.',
    'The paint came off the base where steam reaches it.',
  ],
};

const details: Record<Mood, string[]> = {
  happy: [
    'Four minutes for a full one, a bit over two for a mug.',
    'Descaled it once with citric acid and it came up like new.',
    'The guests always want a go at pouring.',
    'Parts can be ordered singly, which I find very decent.',
    'Even my left-handed daughter is happy with it.',
    'It looks good left out, which is as well, because there is no room in the cupboard.',
    'The 94 setting is where it lives in our house.',
    'No smell of plastic whatsoever.',
    'I weigh the water as I pour and hit the number nearly every time.',
  ],
  mixed: [
    'I have got used to filling it only to the line.',
    'It loosened a little after a fortnight.',
    'The matt finish shows every fingerprint.',
    'For tea alone I would not bother, for filter coffee yes.',
    'A longer cable would have earned another star.',
    'I rang them and they were friendly about it, at least.',
  ],
  cross: [
    'I have sent two mails and a picture.',
    'The replacement had the same fault.',
    'Perhaps mine is a bad one, but at this price there should not be bad ones.',
    'It now lives in the shed.',
    'I did everything the booklet says, in the order it says.',
    'Support answered on the ninth day.',
  ],
};

const asides = [
  'The cat is afraid of the beep.',
  'Paper filter, 15 g to 250 g, for those who ask.',
  'I keep it on the window sill next to the basil.',
  'Note for the hard of seeing: the numbers on the dial are large and engraved.',
  'In our household it is known as "the swan".',
  'My father calls it the watering can.',
  'The box makes an excellent house for a hamster.',
  'Fits under our wall cupboards with a finger to spare.',
  'PS: the cream is more of an ivory.',
  'Tip: pour away the first boil.',
  'I am 5 ft 1 and it is not too heavy.',
  'Also useful for watering orchids, between you and me.',
];

const endings: Record<Mood, string[]> = {
  happy: [
    'Would buy again tomorrow.',
    'Five stars, no notes.',
    'Recommended without hesitation.',
    'Very happy <3',
    'Get one.',
    'It makes me get up in the morning.',
    'I have since given two as presents.',
    'Thank you for making something properly.',
    'If it breaks I shall repair it, and that is rather the point.',
  ],
  mixed: [
    'All in all fine.',
    'Keeping it, but only just.',
    'Three stars & a half if I could.',
    'Wait for a sale.',
    'Not bad, not a revelation.',
    'I would look at the bigger one.',
  ],
  cross: [
    'Returned it.',
    'Disappointed.',
    'Back to the saucepan.',
    '<b>Not</b> impressed.',
    'A pity, because it is lovely to look at.',
    'I want to like it!!',
    'Avoid, or keep the box.',
  ],
};

const short: Record<Mood, string[]> = {
  happy: [
    'Just perfect, really.',
    'Love it ❤️',
    'Great little kettle.',
    'Best pour ever.',
    'Works beautifully, thanks.',
    'Good. Very good.',
    'Pretty and precise.',
    'Swan-like. 🦢',
    'Exactly as described.',
    'No complaints here.',
  ],
  mixed: [
    'It is fine.',
    'OK for the money.',
    'Slow but good.',
    'Pours well, beeps loudly.',
    'Lid too tight.',
    'Expected a bit more.',
  ],
  cross: ['Broke in May.', 'Leaks. Sent back.', 'Not as described!', 'Faulty out of box.', 'Never again, sorry.'],
};

const english: Tongue = {
  authors: [
    'Amelia Hart',
    'Ben',
    'C. Achebe',
    'Dilys M.',
    'Ewan MacRae',
    'Fatima S.',
    'Graham',
    'Hetty',
    'Isaac O.',
    'J. Kowalczyk',
    'Kirsty',
    'Liam D.',
    'Mo',
    'Nadia Petrov',
    'Oluwaseun',
    'P. Chaudhuri',
    'Queenie',
    'Rhys',
    'Saoirse',
    'Tariq Aziz-Wood',
    'Una',
    'Vikram',
    'Wendy P.',
    'Xin Yi',
    'Yolanda',
    'Zach',
    'brewdog_not_that_one',
    'filter.tips',
    'Mrs Pemberton',
    'A happy customer',
    'D’Arcy',
    'Moana K.',
    'Sven-Erik',
    'Chidi',
    'Agnieszka',
    'Bronwen T.',
    'slowpour',
    'Kamala',
    'Theo B.',
    'Ingrid',
  ],
  titles: {
    happy: [
      'Worth it',
      'The best I have had',
      'Lovely',
      'So precise',
      'Coffee is better now',
      'A pleasure',
      'Well made',
      'Finally!',
      '"Wow"',
      '10/10',
      'Happy mornings',
      'Good kit',
    ],
    mixed: ['Good, not great', 'Mixed feelings', 'Nearly', 'Fine', 'Nice but slow', 'Hm'],
    cross: ['Disappointed', 'Broke', 'Not what I hoped', 'Returned', 'Poor', 'Why?'],
  },
  bodies: { happy: [], mixed: [], cross: [] },
};

const tongues: Tongue[] = [
  {
    authors: ['Jürgen', 'Anja P.', 'Familie Özdemir', 'Matthias K.', 'Silke', 'Uwe Hoffmann'],
    titles: {
      happy: ['Sehr zufrieden', 'Top', 'Klare Empfehlung', 'Schön und genau'],
      mixed: ['Geht so', 'Gut, aber langsam', 'Ganz ordentlich'],
      cross: ['Leider defekt', 'Enttäuscht', 'Zurückgeschickt'],
    },
    bodies: {
      happy: [
        'Der Wasserstrahl lässt sich wirklich fein dosieren. Seitdem schmeckt der Filterkaffee jeden Morgen gleich gut.',
        'Liegt prima in der Hand und tropft nicht nach.',
        'Temperatur stimmt auf das Grad genau, habe nachgemessen. Verarbeitung einwandfrei, kein Plastikgeruch.',
        'Nach einem Jahr täglicher Nutzung immer noch wie neu. Wir haben sehr kalkhaltiges Wasser, Zitronensäure hilft.',
        'Schön, leise, schnell genug. Mehr muss ein Wasserkocher nicht können.',
        'Als Geschenk gekauft und dann selbst behalten 😄',
        'Dass man jedes Teil einzeln nachkaufen kann, hat für mich den Ausschlag gegeben.',
        'Für grünen Tee endlich die richtige Temperatur, ohne Thermometer und ohne Warten.',
      ],
      mixed: [
        'Gießt gut, aber das Kabel ist für unsere Küche zu kurz.',
        'Der Deckel sitzt anfangs sehr fest. Sonst in Ordnung.',
        'Ein Liter reicht für zwei, mit Besuch wird es eng.',
      ],
      cross: [
        'Nach sechs Wochen heizt die Basis nicht mehr. Der Umtausch läuft.',
        'Kam mit einer Delle an. Ärgerlich bei dem Preis.',
      ],
    },
  },
  {
    authors: ['Camille', 'Jean-Baptiste M.', 'Awa Diop', 'Élodie R.', 'Thierry', 'Margaux'],
    titles: {
      happy: ['Parfaite', 'Un vrai plaisir', 'Très belle finition', 'Je recommande'],
      mixed: ['Pas mal', 'Bien mais lente', 'Mitigé'],
      cross: ['Déçue', 'En panne', 'À éviter'],
    },
    bodies: {
      happy: [
        'Le filet d’eau est d’une régularité étonnante. Mon café n’a jamais été aussi bon.',
        'Jolie, précise, silencieuse : que demander de plus ?',
        'Utilisée tous les jours depuis un an, aucun souci. Le manche en hêtre se patine joliment.',
        'Je l’avais achetée pour le thé, elle sert surtout au café de mon mari.',
        'Livraison rapide, emballage sans plastique, objet magnifique.',
        'Enfin une bouilloire dont on peut changer les pièces !',
        'Le maintien au chaud est bien pratique pour la deuxième tasse.',
      ],
      mixed: [
        'Bel objet, mais le bip est vraiment trop fort le matin.',
        'Elle verse bien. Le couvercle est dur à retirer.',
        'Correcte, sans plus, pour le prix.',
      ],
      cross: [
        'Tombée en panne au bout de deux mois. J’attends une réponse.',
        'Des traces de rouille sous le couvercle, je l’ai renvoyée.',
      ],
    },
  },
  {
    authors: ['さくら', '田中 誠', 'Kenji_M', 'みどり', '渡辺 恵子', 'ゆうた'],
    titles: {
      happy: ['買ってよかった', '最高です', 'とても使いやすい', 'デザインも性能も満足'],
      mixed: ['まあまあ', '少し期待外れ', '音が気になる'],
      cross: ['故障しました', '残念', '返品しました'],
    },
    bodies: {
      happy: [
        'お湯の細さを自在に調整できて、ドリップが楽しくなりました。',
        '湯切れがよく、しずくが垂れません。',
        '玉露用に60度に設定しています。温度が正確で助かります。',
        '見た目も美しく、キッチンに出したままにしています。毎朝使うのが楽しみです。',
        '持ち手のバランスがよく、満水でも重く感じません。',
        '部品を個別に買えるのがいいですね。長く使うつもりです。',
        '母へのプレゼントにしました。とても喜んでいます。',
      ],
      mixed: [
        '注ぎやすいのですが、沸くまで少し時間がかかります。',
        '電子音が大きいので早朝は気を使います。',
        '蓋が固く、慣れるまで苦労しました。',
      ],
      cross: ['二か月で電源が入らなくなりました。', '届いたときから注ぎ口がへこんでいました。残念です。'],
    },
  },
  {
    authors: ['أحمد فؤاد', 'منى', 'يوسف ع.', 'نور الهدى', 'سارة كمال'],
    titles: {
      happy: ['ممتاز', 'أنصح به', 'جودة عالية', 'رائع'],
      mixed: ['جيد', 'مقبول'],
      cross: ['للأسف تعطل', 'غير راض'],
    },
    bodies: {
      happy: [
        'صب الماء دقيق جدا والقهوة أصبحت أفضل بكثير.',
        'تصميم جميل وحرارة مضبوطة. أستعمله كل صباح.',
        'خفيف ومتوازن حتى وهو ممتلئ.',
        'وصل بسرعة والتغليف ممتاز، شكرا لكم.',
        'أفضل ما اشتريت للمطبخ هذا العام!',
      ],
      mixed: ['جيد لكن السلك قصير.', 'يصب جيدا، إلا أن الصوت عال عند انتهاء الغليان.'],
      cross: ['توقف عن العمل بعد شهر واحد.', 'وصل وبه خدش كبير وأعدته.'],
    },
  },
  {
    authors: ['Lucía G.', 'Javier', 'Montserrat', 'Ximena R.', 'Íñigo'],
    titles: {
      happy: ['Una maravilla', 'Muy recomendable', 'Precisa y bonita', 'Encantada'],
      mixed: ['Está bien', 'Correcta'],
      cross: ['No funciona', 'Decepción'],
    },
    bodies: {
      happy: [
        'El chorro se controla de maravilla. El café de filtro ha mejorado muchísimo.',
        '¡Qué bonita es! Y calienta rápido.',
        'La temperatura es exacta y no gotea nada.',
        'La usamos en la cafetería desde hace un año y sigue perfecta.',
        'Me gusta que se puedan comprar los recambios por separado.',
        'Pesa poco y se maneja con una sola mano.',
      ],
      mixed: ['Vierte bien, aunque tarda un poco en hervir.', 'Bonita, pero el cable es demasiado corto.'],
      cross: ['A las tres semanas dejó de calentar.', 'Llegó abollada. La devolví.'],
    },
  },
];

function momentAfter(start: string, days: number): string {
  const seconds = Math.floor(Date.parse(start) / 1000 + days * 86_400);
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** A small seeded generator of numbers from 0 to 1 (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

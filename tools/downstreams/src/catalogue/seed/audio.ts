import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, outOfStock, preorder, product, unverified } from './product.ts';

const root = category('c400', 'Audio');
const headphones = [root, category('c410', 'Headphones')];
const speakers = category('c420', 'Loudspeakers');
const bookshelf = [root, speakers, category('c421', 'Bookshelf loudspeakers')];
const floorstanding = [root, speakers, category('c422', 'Floorstanding loudspeakers')];
const stands = [root, speakers, category('c423', 'Stands')];
const sources = [root, category('c430', 'Turntables and radios')];
const cables = [root, category('c440', 'Cables')];

const aldous = { id: 'aldous', name: 'Aldous Audio' };
const marram = { id: 'marram', name: 'Marram' };

const aldousWarranty =
  'Aldous Audio is eleven people in a former chapel in Calderdale. Everything is repaired there, by the bench that built it, with no time limit. The first seven years cost nothing; after that you pay for parts and for the tea.';

export const audio: CatalogueEntry[] = [
  product({
    id: 'studio-headphones',
    sku: 'AA-H1',
    gtin: '5039022100165',
    brand: aldous,
    categories: headphones,
    name: 'H1 closed studio headphones',
    summary:
      'Headphones for hearing what is there: flat, closed, comfortable for a whole working day, and held together by four screws so that every part of them can be replaced.',
    description: [
      'The H1 was designed for people who edit speech for radio and cannot afford to be flattered. It has no bass hump, no sparkle, nothing that was put there to sell. Voices are the size of voices. If a recording is good you will know within a bar, and if it is not, you will know why.',
      'The drivers are 42 millimetres across, with diaphragms of paper and flax made for us by a firm that otherwise makes tea bags. They are matched in pairs to within half a decibel and the measurement of your own pair comes in the box, signed.',
      'At 265 grams and with a clamping force of 3.8 newtons they stay on without holding on. The pads are wool velour over slow foam, oval, and deep enough for ears that stick out. Under the band there is a strip of perforated sheepskin that can be washed.',
      'The cable plugs into either side. Everything else comes apart with the little screwdriver supplied: pads, drivers, yokes, band. We sell all of it and have pledged in writing to do so until 2045.',
      aldousWarranty,
    ],
    attributes: [
      ['Type', 'Closed, over-ear'],
      ['Driver', '42', 'mm'],
      ['Impedance', '62', 'Ω'],
      ['Sensitivity', '98', 'dB/mW'],
      ['Frequency range', '8–28,000', 'Hz'],
      ['Weight', '265', 'g'],
      ['Cable', '1.8', 'm'],
    ],
    images: [
      'Black closed headphones lying on a mixing desk',
      'Headphones taken apart into fourteen pieces with a small screwdriver',
      'Sheepskin band seen from below',
      'Printed frequency response with a signature in blue ink',
    ],
    variants: [
      { id: 'studio-headphones-black', sku: 'AA-H1-BK', options: { Colour: 'Black' } },
      { id: 'studio-headphones-grey', sku: 'AA-H1-GR', options: { Colour: 'Lichen grey' } },
    ],
    createdAt: '2023-10-05T09:00:00Z',
    price: gbp(22900),
    stock: inStock(173),
    related: ['aux-cable', 'bookshelf-speakers', 'speaker-stands', 'wireless', 'turntable-t3'],
    reviews: [
      bought(
        5,
        'Repaired in a week',
        'Sat on them. Ordered a yoke, £9, fitted it myself at the kitchen table with the little screwdriver.',
        'Leonie',
        '2024-06-16',
      ),
      bought(4, null, 'Need a bit of power. My phone on its own was not enough.', 'Darragh', '2024-10-11'),
      bought(5, 'Al fin', 'Por fin unos auriculares que no cansan ni mienten.', 'Nuria C.', '2025-04-25'),
      bought(2, null, 'Too tight on my (large) head, even at the last notch.', 'Magnus', '2026-02-16'),
      bought(
        5,
        'Honest',
        'I cut dialogue for a living. These tell me about the fridge in the next room of the location. Nothing else at this price does.',
        'Marguerite O.',
        '2023-12-14',
      ),
      bought(5, null, 'Comfortable for eight hours, glasses and all.', 'Devon', '2024-02-09'),
      bought(
        3,
        'Too honest?',
        'Took them home for fun and half my records now sound awful. Am told that is the records.',
        'P. Larkspur',
        '2024-05-28',
      ),
      bought(
        4,
        'Neutral und bequem',
        'Sehr ausgewogen, etwas wenig Tiefbass. Dass man wirklich jedes Teil nachbestellen kann, ist vorbildlich.',
        'Torsten',
        '2024-08-19',
      ),
      bought(
        5,
        '解像度が高い',
        '声の録音が驚くほど自然に聞こえます。長時間つけても耳が痛くなりません。',
        '高橋 亮',
        '2024-12-30',
      ),
      unverified(1, 'no bluetooth???', 'Its 2025.', 'bassface', '2025-02-11'),
      bought(4, null, 'Très neutre. Le câble d’1,8 m est un peu juste au studio.', 'Aurélien', '2025-06-04'),
      bought(
        5,
        'صوت طبيعي',
        'أستخدمها في المونتاج يوميا، مريحة جدا والصوت واضح بلا مبالغة.',
        'كريم شوقي',
        '2025-11-23',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'H1, geschlossener Studiokopfhörer',
        summary:
          'Ein Kopfhörer, der hören lässt, was da ist: neutral, geschlossen, einen ganzen Arbeitstag lang bequem und von vier Schrauben zusammengehalten, damit sich jedes Teil ersetzen lässt.',
        description: [
          'Der H1 wurde für Menschen entwickelt, die Sprache für das Radio schneiden und sich keine Schmeichelei leisten können. Kein Bassbuckel, kein Glitzern, nichts, was nur beim Verkaufen hilft. Stimmen sind so groß wie Stimmen.',
          'Die Membranen der 42-Millimeter-Wandler bestehen aus Papier und Flachs, hergestellt von einer Firma, die sonst Teebeutel macht. Sie werden auf ein halbes Dezibel genau gepaart, und die Messung Ihres Exemplars liegt unterschrieben bei.',
          'Mit 265 Gramm und einer Andruckkraft von 3,8 Newton sitzt er, ohne zu drücken. Die Polster aus Wollvelours sind oval und tief. Alles lässt sich mit dem beiliegenden Schraubendreher zerlegen, und alle Teile gibt es, schriftlich zugesagt, bis 2045.',
        ],
      },
      'fr-FR': {
        name: 'H1, casque de studio fermé',
        summary:
          'Un casque pour entendre ce qui est là : neutre, fermé, confortable toute une journée de travail, et tenu par quatre vis afin que chaque pièce puisse être remplacée.',
        description: [
          'Le H1 a été conçu pour celles et ceux qui montent de la parole pour la radio et n’ont pas besoin qu’on les flatte. Pas de bosse dans le grave, pas de brillance ajoutée. Les voix ont la taille des voix ; si l’enregistrement est bon, on le sait dès la première mesure.',
          'Les membranes de 42 millimètres, en papier et lin, sont fabriquées par une maison qui fait d’ordinaire des sachets de thé. Elles sont appariées à un demi-décibel près, et la mesure de votre exemplaire, signée, se trouve dans la boîte.',
          'Avec ses 265 grammes, il tient sans serrer. Les coussinets en velours de laine sont ovales et profonds. Tout se démonte avec le petit tournevis fourni, et toutes les pièces seront vendues, c’est écrit, jusqu’en 2045.',
        ],
      },
      'ja-JP': {
        name: 'H1 密閉型スタジオヘッドホン',
        summary:
          'そこにある音を、そのまま聴くためのヘッドホン。味付けのない密閉型で、一日つけても疲れず、四本のねじを外せばすべての部品を交換できます。',
        description: [
          'H1はラジオの音声編集者のために設計しました。低音の膨らみも高音のきらめきもありません。声は声の大きさで聞こえます。良い録音なら一小節でそれとわかり、そうでなければ理由がわかります。',
          '口径42ミリの振動板は紙と亜麻でできており、ふだんはティーバッグを作っている会社が漉いています。左右は0.5デシベル以内で組み合わせ、お手元の一台の測定表を署名入りで同梱します。',
          '重さは265グラム、側圧は3.8ニュートン。ウールのベロアを張った楕円形のパッドは深く、耳に当たりません。付属のドライバーで全体を分解でき、部品は2045年まで供給することをお約束します。',
        ],
      },
      'ar-EG': {
        name: 'سماعات الاستوديو المغلقة H1',
        summary:
          'سماعات تُسمعك ما هو موجود فعلا: متوازنة، مغلقة، مريحة طوال يوم العمل، وتجمعها أربعة مسامير فقط حتى يمكن استبدال أي جزء فيها.',
        description: [
          'صُممت H1 لمن يعملون في مونتاج الصوت للإذاعة ولا يحتاجون إلى من يجاملهم. لا تضخيم في الجهير ولا لمعان مصطنع. تسمع الصوت البشري بحجمه، وإن كان التسجيل جيدا عرفت ذلك من أول جملة.',
          'الغشاء قطره 42 ملم من الورق والكتان، تصنعه لنا شركة تصنع في العادة أكياس الشاي. تُنتقى السماعتان بفارق لا يتجاوز نصف ديسيبل، وتجد قياس نسختك في العلبة موقعا باليد.',
          'وزنها 265 غراما، وتثبت على الرأس دون ضغط. الوسائد من مخمل الصوف عميقة وبيضاوية. يُفك كل شيء بالمفك الصغير المرفق، ونلتزم كتابة بتوفير قطع الغيار حتى عام 2045.',
        ],
      },
    },
  }),
  product({
    id: 'bookshelf-speakers',
    sku: 'AA-B2-PR',
    gtin: '5039022100233',
    brand: aldous,
    categories: bookshelf,
    name: 'B2 bookshelf loudspeakers, pair',
    summary:
      'Two-way loudspeakers in cabinets of bent beech ply that are meant to stand on an actual bookshelf, against an actual wall, between actual books.',
    description: [
      'Most bookshelf loudspeakers want to be half a metre from the wall, which is not where bookshelves are. The B2 was voiced in a living room in Hebden Bridge with its back to the plaster and a row of novels on either side, and that is where it sounds best.',
      'The cabinet is bent from eleven layers of beech like the back of a chair. A curved wall is stiff without being thick, and does not ring. The woofer is 13 centimetres across with a paper cone; the tweeter is a silk dome set back a finger’s breadth, so that both reach your ear at the same time.',
      'They are easy to drive, at 87 decibels and a steady six ohms, and are happy with thirty watts. Terminals take bare wire or plugs. Each pair is cut from one sheet so that the grain matches, and numbered inside.',
      aldousWarranty,
    ],
    attributes: [
      ['Height', '31', 'cm'],
      ['Width', '18', 'cm'],
      ['Depth', '22', 'cm'],
      ['Weight, each', '5.9', 'kg'],
      ['Impedance', '6', 'Ω'],
      ['Sensitivity', '87', 'dB'],
      ['Frequency range', '48–22,000', 'Hz'],
    ],
    images: [
      'Pair of beech loudspeakers with curved sides on a full bookshelf',
      'Side view of the eleven bent layers',
      'Terminals on the back, with bare wire being pushed in',
    ],
    variants: [
      { id: 'bookshelf-speakers-beech', sku: 'AA-B2-PR-BE', options: { Finish: 'Natural beech' } },
      { id: 'bookshelf-speakers-black', sku: 'AA-B2-PR-BK', options: { Finish: 'Black stain' } },
    ],
    createdAt: '2024-05-16T10:30:00Z',
    price: gbp(69500, 59500),
    stock: inStock(28),
    related: ['turntable-t3', 'floorstanding-speakers', 'speaker-stands', 'aux-cable'],
    reviews: [
      bought(
        5,
        'Between the books',
        'They vanish. My wife thought I had put the old ones back until I played her Nina Simone.',
        'Clive T.',
        '2024-09-12',
      ),
      bought(4, null, 'Not for parties. For everything else, yes.', 'Ksenia', '2025-01-25'),
      bought(
        5,
        'Magnifiques',
        'Une scène sonore étonnante pour des enceintes collées au mur.',
        'Gaspard',
        '2025-09-30',
      ),
    ],
  }),
  product({
    id: 'floorstanding-speakers',
    sku: 'AA-F9-PR',
    brand: aldous,
    categories: floorstanding,
    name: 'F9 floorstanding loudspeakers, pair',
    summary:
      'Everything that we know, in two cabinets a metre high: three ways, nine kilograms of magnet, and the bottom octave of a church organ. Made to order, six pairs a month.',
    description: [
      'We had always said that we would not build a large loudspeaker until we could build one that knew when to be quiet. It took nine prototypes, which is how it got its name. What it does best is nothing at all: between the notes there is silence, black and with a floor under it.',
      'Each cabinet is glued up from thirty-four layers of beech and braced inside like a violin that has been told to stand still. Two woofers of 18 centimetres work in opposite directions and cancel each other’s push on the box, so that a coin stood on its edge on top will stay there through the whole of the Organ Symphony. The midrange is the paper and flax of our headphones grown up.',
      'They go down to 26 hertz in a room of ordinary size. They want an amplifier with some authority, sixty watts or more, and they want to be listened to sitting down.',
      'We deliver them ourselves within Great Britain, carry them in, set them up and stay for two records of your choice. Elsewhere they travel in crates that our joiner is very proud of.',
      aldousWarranty,
      'You can hear them before you decide, in the chapel on the first Saturday of each month, with records of your own. There is soup. If after sixty days at home you find that you admire them more than you like them, we shall come and fetch them and return what you paid, less the diesel.',
    ],
    attributes: [
      ['Height', '104', 'cm'],
      ['Footprint', '28 × 36', 'cm'],
      ['Weight, each', '38', 'kg'],
      ['Impedance', '4', 'Ω'],
      ['Sensitivity', '89', 'dB'],
      ['Frequency range', '26–30,000', 'Hz'],
    ],
    images: [
      'Two tall curved loudspeakers in a room with a wooden floor and a single armchair',
      'Coin standing on its edge on top of a cabinet',
      'Workshop with a glued cabinet in clamps',
      'Crates with rope handles being loaded into a van',
    ],
    variants: [
      { id: 'floorstanding-speakers-beech', sku: 'AA-F9-PR-BE', options: { Finish: 'Natural beech' } },
      { id: 'floorstanding-speakers-walnut', sku: 'AA-F9-PR-WA', options: { Finish: 'Walnut' } },
    ],
    createdAt: '2025-10-01T08:00:00Z',
    price: gbp(349900),
    stock: lowStock(2, 40),
    related: ['turntable-t3', 'bookshelf-speakers', 'studio-headphones'],
    reviews: [
      bought(
        5,
        'Two records',
        'They came, they set up, they stayed for the Goldbergs and for Dark Side. I made sandwiches. I do not expect to buy loudspeakers again.',
        'Dr A. Venkataraman',
        '2026-02-22',
      ),
    ],
  }),
  product({
    id: 'speaker-stands',
    sku: 'AA-ST60',
    brand: aldous,
    categories: stands,
    name: 'Steel loudspeaker stands, 60 cm',
    status: 'discontinued',
    summary:
      'The old welded stands, sand-filled and very heavy. Sold out and not coming back; the page stays for those who own a pair and need the drawing.',
    description: [
      'We made these stands from 2011 to 2025, in the yard behind the chapel, when our welder had nothing more urgent to do. He has retired. Nobody else’s welds looked like his.',
      'If you have a pair: the column takes 6.5 kilograms of dry sand through the hole under the top plate. The spikes are M8 and can be had from any ironmonger. The top plate is 17 by 21 centimetres and has four small pads of cork, of which we still keep a box and will gladly send you some.',
      'They will carry up to twenty-five kilograms each. Please do not stand on them to change a light bulb; you know who you are.',
      'People ask what might replace them. Look for three things: a column that can be filled, a foot that is wider than the top, and a height at which the tweeter is level with your ear when you sit where you like to sit. Wood does as well as steel if there is enough of it. If somebody near you welds, the drawing is yours for the asking, with every measurement on it and no conditions; we would only like to have a photograph of what becomes of it.',
    ],
    attributes: [
      ['Height', '60', 'cm'],
      ['Top plate', '17 × 21', 'cm'],
      ['Weight, unfilled', '7.2', 'kg'],
      ['Largest load', '25', 'kg'],
    ],
    images: ['Pair of black steel stands on a stone floor'],
    createdAt: '2023-01-05T08:00:00Z',
    price: gbp(18500, 9900),
    stock: outOfStock(),
    reviews: [
      bought(5, null, 'Immovable.', 'Stuart', '2023-05-15'),
      bought(4, 'Heavy!', 'Order the sand BEFORE you fill them upstairs.', 'Nils', '2024-01-08'),
      bought(
        5,
        'Sorry to see them go',
        'I have had mine since 2012 and they have moved house four times. Cheers to the welder.',
        'Jo & Lou',
        '2025-12-02',
      ),
    ],
  }),
  product({
    id: 'turntable-t3',
    sku: 'AA-T3',
    gtin: '5039022100301',
    brand: aldous,
    categories: sources,
    name: 'T3 belt-drive turntable',
    summary:
      'The third and last turntable that we mean to design: a slate plinth, a belt, two speeds and an arm that a beginner can set up in twenty minutes with the card in the box. First delivery to those who order now.',
    description: [
      'A turntable has to do two things, turn steadily and hold still. The T3 turns by a ground rubber belt round a platter of 4.2 kilograms, with a motor that is kept in another part of the plinth and another frame of mind. It holds still because it is made of slate.',
      'The slate is Welsh, split rather than sawn on the upper side, so that no two look alike. Slate soaks up vibration as sand does, weighs what it should, and can be wiped. Three feet of cork and rubber stand under it, and one of them is adjustable.',
      'The arm is a straight tube of carbon with a bearing in ruby, 23 centimetres long. The counterweight clicks at every tenth of a gram. A card with a mirror and two printed arcs comes with it, and a needle gauge; a fitted cartridge is included, already aligned, but you will want to play with it one day, and should.',
      'Speeds are 33⅓ and 45, changed by a switch and not by moving the belt. There is a lid. There is no USB socket.',
      aldousWarranty,
      'Ordering early has one advantage besides the place in the queue: those who do so may choose the slate. In the week before your turntable is assembled you will get photographs of three plinths from the shelf, with their veins, their chips and in one case so far a small fossil, and can say which of them it shall be. The number that is cut into its underside is yours from then on, and the records of its test go with it.',
    ],
    attributes: [
      ['Speeds', '33⅓ and 45', 'rpm'],
      ['Wow and flutter', '0.06', '%'],
      ['Platter', '4.2', 'kg'],
      ['Arm', 'Carbon, 23 cm'],
      ['Dimensions', '44 × 35 × 14', 'cm'],
      ['Weight', '13.8', 'kg'],
    ],
    images: [
      'Turntable with a rough slate plinth and a record spinning',
      'Ruby bearing of the arm, very close',
      'Card with mirror and printed arcs lying on the platter',
    ],
    createdAt: '2026-08-25T09:00:00Z',
    price: gbp(64900),
    stock: preorder(40, 34),
    reviews: [],
  }),
  product({
    id: 'wireless',
    sku: 'MRM-FM-1',
    gtin: '5060911000174',
    brand: marram,
    categories: sources,
    name: 'Wireless',
    slug: 'marram-wireless-radio',
    summary:
      'A radio with one knob to turn it on and one to find something. FM, DAB+ and nothing else, in a case of cork.',
    description: [
      'It is called Wireless because my grandmother called it that, and because “smart speaker” makes her spin. It plays the radio. Turn the left knob and it speaks; turn the right one and it says something else.',
      'The case is pressed cork, which is warm and light and does not buzz. The loudspeaker is ten centimetres across and faces upwards under a grille, so that it sounds alike from the sink and from the stove. Stations appear by name on a strip of amber light that goes out when you are not touching anything.',
      'It runs for some sixty hours on a set of rechargeable cells that you can take out, like cells used to be. The aerial is a length of braided cord that hangs down behind, and which cats should be kept away from.',
      'Nothing has to be registered, downloaded, updated or agreed to.',
      'The circuit is laid out so that it can be understood, and a drawing of it is folded into the lid of the battery box. Parts are held by screws, all of one kind. Should FM one day be switched off, the board can be exchanged for whatever comes after it; we have left room.',
    ],
    attributes: [
      ['Bands', 'FM, DAB+'],
      ['Loudspeaker', '10', 'cm'],
      ['Battery life', '60', 'h'],
      ['Dimensions', '24 × 12 × 14', 'cm'],
      ['Weight', '1.1', 'kg'],
    ],
    images: [
      'Radio of brown cork with two wooden knobs on a kitchen windowsill',
      'Amber strip of light with the name of a station',
    ],
    createdAt: '2024-12-01T12:00:00Z',
    price: gbp(12900, 10900),
    stock: inStock(97),
    reviews: [
      bought(
        5,
        'For Dad',
        'He is 88 and had given up on "all that". He turned the left knob, then the right knob, and has not turned it off since.',
        'Caroline',
        '2025-01-02',
      ),
      bought(5, null, 'No app. No APP!', 'Hugh M.', '2025-03-17'),
      bought(3, null, 'Sounds nice but DAB reception is weak in our valley.', 'Ceri', '2025-08-06'),
      bought(
        4,
        'Schlicht',
        'Endlich ein Radio, das nur Radio ist. Die Beleuchtung könnte länger an bleiben.',
        'Dörte',
        '2025-12-27',
      ),
    ],
  }),
  product({
    id: 'aux-cable',
    sku: '00048812',
    categories: cables,
    name: 'Stereo cable, 3.5 mm to 3.5 mm, 1.5 m',
    summary: 'An ordinary cable, well made. It carries sound from one socket to another.',
    description: [
      'We were asked for a cable and could not find a good plain one, so we had some made by the firm that makes them for broadcasters, with nobody’s name on.',
      'Two conductors of tinned copper in a braided screen, under a jacket of soft rubber that lies flat and does not curl back into the shape of its packet. The plugs are nickel on brass, straight, and slim enough to go through the case of any telephone that still has a socket. Both ends are soldered and can be unscrewed and soldered again.',
      'It makes no claims about the depth of the soundstage. If there is a crackle, it is not the cable; and if it is the cable, send it back in ten years’ time and we will give you another.',
      'A metre and a half reaches from a pocket to a desk, or from a desk to a shelf. For anything longer than five metres use a balanced line, which this is not.',
      'If you are in doubt about which cable you need, count the black rings on the plug that you want to replace. Two rings are stereo, and that is this one. Three rings carry a microphone as well, and for those you will want something else, which at present we do not stock.',
    ],
    attributes: [
      ['Length', '1.5', 'm'],
      ['Connectors', '3.5 mm stereo plug, both ends'],
      ['Conductor', 'Tinned copper'],
      ['Diameter', '4', 'mm'],
    ],
    images: ['Coiled black cable with two slim plugs on a white table'],
    createdAt: '2023-07-11T10:00:00Z',
    price: gbp(750),
    stock: inStock(3310),
    related: ['studio-headphones', 'wireless', 'turntable-t3'],
    reviews: [
      bought(5, null, 'It is a cable. It works. Five stars.', 'Ade', '2024-01-19'),
      bought(5, 'Good plain cable', 'Refreshing description.', 'Miriam S.', '2024-10-22'),
      bought(4, null, 'Buen cable, flexible.', 'Ramón', '2025-05-08'),
    ],
  }),
];

import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, product, unverified } from './product.ts';

const root = category('c600', 'Stationery');
const writing = category('c610', 'Writing');
const pens = [root, writing, category('c611', 'Pens and pencils')];
const inks = [root, writing, category('c612', 'Ink and sealing wax')];
const paper = [root, category('c620', 'Notebooks and calendars')];
const craft = [root, category('c630', 'Stickers and lettering')];

const inkwell = { id: 'inkwell-daughters', name: 'Inkwell & Daughters' };
const foldgate = { id: 'foldgate', name: 'Foldgate Paper' };
const oddSocket = { id: 'odd-socket', name: 'Odd Socket Print Co.' };

const inkwellPromise =
  'Inkwell & Daughters began on a market stall in Kendal and now fills two floors above it. There are three daughters, one of whom does the accounts in pencil. Letters are answered by letter, and anything that does not write as it should may come back in an envelope without a stamp.';

const foldgateNote =
  'Foldgate Paper sews, prints and binds in a former chapel in York, with windows on three sides. Offcuts become notepads and the dust from the trimmer goes to a neighbour’s hens. If a page ever comes loose we will sew it in again and return the book wrapped, unread.';

export const stationery: CatalogueEntry[] = [
  product({
    id: 'pencil',
    sku: 'INK-HB',
    gtin: '5017746000176',
    brand: inkwell,
    categories: pens,
    name: 'Pencil',
    slug: 'cedar-pencil-hb',
    summary: 'HB, hexagonal, cedar. Fifty pence.',
    description: [
      'It is a pencil. The wood is incense cedar, which sharpens without splintering and smells as it did at school; the lead is graphite and clay, fired at a thousand degrees and steeped in wax so that it glides. It is glued in along its whole length and will not break inside when you drop it.',
      'The six sides keep it on the desk. The lacquer is dark green, two coats and not eleven, with the grade stamped at the end in foil, where it lasts. There is no rubber on top, because the rubbers on top of pencils do not rub out.',
      'One pencil draws a line about fifty kilometres long. We have not checked this, but a class in Barrow-in-Furness is trying, and sends us a card each term with the distance so far.',
      'Schools and offices pay less by the dozen and less again by the gross, a word that we are glad of a reason to use.',
      inkwellPromise,
    ],
    attributes: [
      ['Grade', 'HB'],
      ['Length', '176', 'mm'],
      ['Wood', 'Incense cedar'],
      ['Shape', 'Hexagonal'],
    ],
    images: ['One dark green pencil on a sheet of squared paper'],
    createdAt: '2023-01-03T09:00:00Z',
    price: gbp(50, 50, {
      tiers: [
        { minQuantity: 12, amountMinor: 45 },
        { minQuantity: 144, amountMinor: 38 },
        { minQuantity: 1440, amountMinor: 31 },
      ],
    }),
    stock: inStock(18_240),
    reviews: [
      bought(5, 'Gross!', 'I ordered a gross because I wanted to say it too.', 'Mr Fothergill', '2024-05-06'),
      bought(5, null, 'Sharp.', 'Dot', '2024-11-28'),
      unverified(3, 'it is a pencil', 'idk what else to say', 'mx', '2025-02-26'),
      bought(5, null, 'Le crayon. Rien à ajouter.', 'Anselme', '2025-10-15'),
      bought(
        4,
        'Good lead',
        'Darker than some HBs, which I like for sketching & for crosswords.',
        'Vera Lim',
        '2026-01-10',
      ),
      bought(5, null, 'رائحة المدرسة.', 'جميلة', '2026-05-28'),
      bought(5, null, 'Good cheap pencil.', 'Year 4, Barrow', '2024-03-15'),
      bought(
        5,
        'Smells of 1974',
        'I am back in Mr Eccles’s class and I have not done my sums.',
        'Sheila D.',
        '2024-09-29',
      ),
      bought(5, null, 'えんぴつらしいえんぴつ。', '鈴木', '2025-04-10'),
      bought(4, null, 'No rubber. I know, they say so. Still.', 'Alf', '2025-06-16'),
      bought(5, 'Bleistift', 'Bricht nicht, kratzt nicht, riecht gut.', 'Lehrerzimmer 12', '2025-09-03'),
    ],
  }),
  product({
    id: 'fountain-pen',
    sku: 'INK-FP-71-M',
    gtin: '5017746071084',
    brand: inkwell,
    categories: pens,
    name: 'Number 71 fountain pen',
    slug: 'number-71-fountain-pen',
    summary:
      'A piston-filled pen in dark green resin with a steel nib that has a little spring to it, made to be lent, borrowed and eventually inherited.',
    description: [
      'Seventy attempts came before it. Some leaked, some skipped, one exploded gently over the Sutherland wedding list. The seventy-first wrote at once, wrote every time, and went on writing after a summer in a drawer, and at that point we stopped.',
      'It fills by a piston: turn the end, and it draws up 1.6 millilitres, four times what a cartridge holds and enough for a hundred letters. A window in the barrel shows you how many are left. Everything is held by threads, so that the pen can be taken apart, washed and greased by anybody with clean hands.',
      'The nib is steel, ground by Marjorie, who has done nothing else since 1988 and will regrind one to your hand if you send us a page of writing. It comes in extra fine, fine, medium, broad and a stub for those who like to make an impression.',
      'The cap posts securely, seals well enough to fly, and needs one and a quarter turns. The clip is a single piece of sprung bronze and is the only thing on the pen that shines.',
    ],
    attributes: [
      ['Filling', 'Piston, 1.6 ml'],
      ['Nib', 'Steel, hand-ground'],
      ['Length, capped', '138', 'mm'],
      ['Weight', '24', 'g'],
      ['Body', 'Cellulose acetate resin'],
    ],
    images: [
      'Dark green fountain pen lying uncapped on a letter',
      'Nib seen under a magnifying glass',
      'Ink window in the barrel, half full of blue',
      'Marjorie’s hands at the grinding wheel',
    ],
    variants: [
      { id: 'fountain-pen-ef', sku: 'INK-FP-71-EF', options: { Nib: 'Extra fine' } },
      { id: 'fountain-pen-f', sku: 'INK-FP-71-F', options: { Nib: 'Fine' } },
      { id: 'fountain-pen-m', sku: 'INK-FP-71-MED', options: { Nib: 'Medium' } },
      { id: 'fountain-pen-b', sku: 'INK-FP-71-B', options: { Nib: 'Broad' } },
      { id: 'fountain-pen-stub', sku: 'INK-FP-71-ST', options: { Nib: 'Stub 1.1 mm' } },
    ],
    createdAt: '2023-07-01T10:00:00Z',
    price: gbp(9800),
    stock: inStock(203),
    reviews: [
      bought(
        5,
        'It just writes',
        'Left it for six weeks. First stroke, ink. I own pens at five times the price that cannot do that.',
        'Prof. Odile Marchetti',
        '2023-11-06',
      ),
      bought(5, null, 'Marjorie is a genius.', 'K. Whitlock', '2024-01-31'),
      bought(
        4,
        'Schönes Schreibgefühl',
        'Feder mit leichtem Federweg, Kolben läuft weich. Die Kappe dürfte schneller aufgehen.',
        'Volker S.',
        '2024-06-08',
      ),
      bought(
        5,
        '書き味が素晴らしい',
        '細字でも引っかからず、日本語の手紙にもちょうどよい太さです。',
        '藤井 美紀',
        '2025-01-20',
      ),
      bought(
        2,
        'Leaks on planes',
        'Says it seals well enough to fly. Not with me. My shirt would like a word.',
        'Dermot',
        '2025-03-05',
      ),
      bought(5, null, 'اشتريته هدية لوالدي وأعجبه كثيرا.', 'مريم', '2025-10-25'),
    ],
    translations: {
      'ja-JP': {
        name: '万年筆 ナンバー71',
        summary:
          '深緑のレジン軸に、わずかに弾むスチールのペン先。吸入式の万年筆です。貸して、借りて、いつか受け継ぐための一本。',
        description: [
          '七十本の試作がありました。漏れたもの、かすれたもの、結婚式の名簿の上で静かに破裂したもの。七十一本目はすぐに書け、いつでも書け、ひと夏引き出しに忘れても書けたので、そこで手を止めました。',
          'ピストン吸入式で、尾栓を回すと1.6ミリリットルのインクが入ります。カートリッジの四倍、手紙にして百通分です。胴軸の窓から残量が見えます。すべてねじで組まれているので、分解して洗い、油を差すことができます。',
          'ペン先は一九八八年からこの仕事だけをしてきたマージョリーが研いでいます。極細・細・中・太・スタブの五種類。筆跡を一枚お送りいただければ、お手に合わせて研ぎ直します。',
        ],
      },
      'de-DE': {
        name: 'Füllfederhalter Nummer 71',
        summary:
          'Ein Kolbenfüller aus dunkelgrünem Edelharz mit einer Stahlfeder, die ein wenig nachgibt: gemacht, um verliehen, geborgt und eines Tages vererbt zu werden.',
        description: [
          'Siebzig Versuche gingen voraus. Manche liefen aus, manche setzten aus, einer platzte sanft über der Gästeliste einer Hochzeit. Der einundsiebzigste schrieb sofort, schrieb immer und schrieb auch nach einem Sommer in der Schublade. Da hörten wir auf.',
          'Gefüllt wird mit einem Kolben: Er zieht 1,6 Milliliter, viermal so viel wie eine Patrone, genug für hundert Briefe. Ein Fenster im Schaft zeigt, wie viele davon noch übrig sind. Alles ist geschraubt und lässt sich zerlegen, waschen und fetten.',
          'Die Feder schleift Marjorie, die seit 1988 nichts anderes tut. Es gibt sie in extrafein, fein, mittel, breit und als Stub. Wer eine Seite Handschrift einschickt, bekommt sie auf die eigene Hand nachgeschliffen.',
        ],
      },
    },
  }),
  product({
    id: 'ink-bottle',
    sku: 'INK-B50',
    gtin: '5017746050058',
    brand: inkwell,
    categories: inks,
    name: 'Bottled ink, 50 ml',
    slug: 'bottled-ink-50-ml',
    summary: 'Six inks that flow, dry and keep, in a bottle with a well at the bottom for the last two fillings.',
    description: [
      'An ink has to be wet in the pen and dry on the paper, and those who make it spend their lives in between. Ours are based on dyes and not pigments, so they do not clog; they dry in eight seconds on ordinary paper and come out of a feed with water after any length of neglect.',
      'There are six. Deep Water is a blue-black that goes on blue and turns; Oak Gall is a true iron ink and will outlast you, for documents; Sloe is the purple of a hedge in October; Lapwing is a green that looks black until the light catches it; Brick is red without shouting; and Ash is a grey that makes everything you say sound considered.',
      'The bottle is pressed glass, heavy enough not to be knocked over by a sleeve. Its floor slopes to a narrow well at one end: tilt, and the last five millilitres gather where a nib can reach.',
      'Oak Gall is slightly acid. Do not leave it in a pen over the holidays.',
      inkwellPromise,
    ],
    attributes: [
      ['Contents', '50', 'ml'],
      ['Drying time', '8', 's'],
      ['pH', '2.1 (Oak Gall) to 7.4'],
      ['Bottle', 'Pressed glass with well'],
    ],
    images: [
      'Six square ink bottles in a row with a brush stroke of each colour',
      'Tilted bottle with the last ink in its well',
    ],
    variants: [
      { id: 'ink-bottle-deep-water', sku: 'INK-B50-DW', options: { Colour: 'Deep Water' } },
      { id: 'ink-bottle-oak-gall', sku: 'INK-B50-OG', options: { Colour: 'Oak Gall' } },
      { id: 'ink-bottle-sloe', sku: 'INK-B50-SL', options: { Colour: 'Sloe' } },
      { id: 'ink-bottle-lapwing', sku: 'INK-B50-LW', options: { Colour: 'Lapwing' } },
      { id: 'ink-bottle-brick', sku: 'INK-B50-BR', options: { Colour: 'Brick' } },
      { id: 'ink-bottle-ash', sku: 'INK-B50-AS', options: { Colour: 'Ash' } },
    ],
    createdAt: '2023-07-01T10:05:00Z',
    price: gbp(1400),
    stock: inStock(655),
    reviews: [
      bought(5, 'Lapwing!', 'Black, black, black, and then the sun comes out.', 'Etta', '2024-02-13'),
      bought(4, null, 'Sloe stains. Ask my cuffs.', 'J. J. Harker', '2024-12-05'),
      bought(5, null, 'Très belle encre, sèche vite.', 'Clémence', '2025-03-28'),
    ],
  }),
  product({
    id: 'wax-seal-kit',
    sku: 'INK-WX-KIT',
    gtin: '5017746090030',
    brand: inkwell,
    categories: inks,
    name: 'Sealing wax kit with brass seal',
    summary:
      'Four sticks of flexible wax, a spoon, a candle and a seal with the letter of your choice, for letters that somebody will be sorry to open.',
    description: [
      'Real sealing wax was mostly shellac and cracked as soon as a postman looked at it. Ours has enough resin in it to take a sharp impression and enough beeswax to go through a sorting machine bent double. We have posted four thousand of them to be sure.',
      'Melt a finger’s breadth in the spoon, pour it in one go, count to five, breathe on the seal, press and wait. If it sticks you were early. If it is faint you were late. By the sixth envelope you will be good at it.',
      'The seal is turned from brass, twenty-two millimetres across, with an italic letter cut by machine and finished by hand; the handle is cherry. Any letter of the alphabet can be had, as well as & and a very small owl.',
      'Four sticks make about sixty seals. Refills come in twelve colours.',
      inkwellPromise,
    ],
    attributes: [
      ['Contents', '4 sticks, spoon, candle, seal'],
      ['Seal diameter', '22', 'mm'],
      ['Seals per kit', '60'],
      ['Material', 'Brass, cherry wood'],
    ],
    images: [
      'Dark red seal with the letter R on a cream envelope',
      'Brass seal with a cherry handle beside four sticks of wax',
      'Spoon of melted wax over a small candle',
    ],
    createdAt: '2024-11-01T08:15:00Z',
    price: gbp(3600, 2900, { saleEndsInDays: 3 }),
    stock: inStock(140),
    reviews: [
      bought(5, 'The owl', 'Get the owl.', 'Winnie', '2025-01-11'),
      bought(3, null, 'Fun, but my first twenty were terrible and that is a third of the wax.', 'Marc', '2025-02-15'),
      bought(
        4,
        'Wedding invitations',
        '140 invitations, 3 burnt fingers, 1 very happy bride <3',
        'Aoife & Conor',
        '2026-04-30',
      ),
    ],
  }),
  product({
    id: 'a5-notebook',
    sku: 'FG/A5/192',
    gtin: '5029113051926',
    brand: foldgate,
    categories: paper,
    name: 'A5 notebook, 192 pages, thread-sewn',
    summary:
      'Opens flat, takes ink, and numbers its own pages. The cover is linen over board and will outlive what you put inside.',
    description: [
      'There are only four questions to ask of a notebook. Does it open flat? Ours is sewn in twelve sections with linen thread and has a hollow back: it lies open at any page, at the first as well as the ninety-sixth. Does the ink come through? The paper weighs ninety grams, is sized with starch and takes a wet nib without feathering.',
      'Can you find things again? Each page has its number in the lower corner, small and grey, and there are four leaves at the front for a table of contents. And does it survive? The linen is glued over two-millimetre board, the corners are rounded, and the ribbon is woven and not printed, so it does not fray before March.',
      'The paper comes from a mill in Cumbria that makes its own power from the beck that it stands on. It is a warm white, which is easier on the eyes than blue-white and flatters nearly every ink.',
      'Ruled, squared, dotted or plain. The dots are five millimetres apart and only just there.',
      foldgateNote,
    ],
    attributes: [
      ['Format', 'A5, 148 × 210 mm'],
      ['Pages', '192'],
      ['Paper', '90', 'g/m²'],
      ['Binding', 'Thread-sewn, hollow back'],
      ['Weight', '385', 'g'],
    ],
    images: [
      'Blue linen notebook lying open and flat',
      'Spine with the sewn sections visible',
      'Page number in the corner of a dotted page',
    ],
    variants: [
      { id: 'a5-notebook-ruled', sku: 'FG/A5/192/R', options: { Ruling: 'Ruled' } },
      { id: 'a5-notebook-squared', sku: 'FG/A5/192/S', options: { Ruling: 'Squared' } },
      { id: 'a5-notebook-dotted', sku: 'FG/A5/192/D', options: { Ruling: 'Dotted' } },
      { id: 'a5-notebook-plain', sku: 'FG/A5/192/P', options: { Ruling: 'Plain' } },
    ],
    createdAt: '2023-03-20T09:45:00Z',
    price: gbp(1650),
    stock: inStock(1380),
    reviews: [
      bought(5, null, 'On my ninth.', 'L. Farouk', '2025-12-15'),
      bought(5, 'Flat!', 'FLAT. Properly flat. At page 1. I showed people.', 'Nerys', '2024-02-29'),
      bought(4, null, 'Papier parfait pour la plume. J’aurais aimé une poche à la fin.', 'Apolline', '2024-07-07'),
      bought(
        4,
        'Gutes Papier',
        'Schlägt nicht durch, selbst mit breiter Feder. Bitte auch in A4!',
        'Wiebke',
        '2025-05-13',
      ),
      unverified(2, null, 'expensive for a notebook', 'stu', '2025-08-21'),
    ],
    translations: {
      'fr-FR': {
        name: 'Carnet A5, 192 pages, cousu au fil',
        summary:
          'Il s’ouvre à plat, accepte l’encre et numérote ses pages tout seul. Sa couverture de toile sur carton survivra à ce que vous y écrirez.',
        description: [
          'Il n’y a que quatre questions à poser à un carnet. S’ouvre-t-il à plat ? Le nôtre est cousu au fil de lin en douze cahiers, dos creux : il reste ouvert à n’importe quelle page, à la première comme à la quatre-vingt-seizième. L’encre traverse-t-elle ? Le papier de 90 grammes, encollé à l’amidon, supporte une plume généreuse sans baver.',
          'Retrouve-t-on ce que l’on cherche ? Chaque page porte son numéro, petit et gris, et quatre feuillets attendent votre table des matières. Tient-il le coup ? La toile est contrecollée sur un carton de deux millimètres, les coins sont arrondis et le signet est tissé.',
          'Le papier vient d’un moulin du Cumbria qui tire son courant du ruisseau sur lequel il est bâti. Ligné, quadrillé, pointillé ou uni.',
        ],
      },
    },
  }),
  product({
    id: 'desk-calendar-2026',
    sku: 'FG/CAL/26',
    gtin: '5029113202632',
    brand: foldgate,
    categories: paper,
    name: 'Letterpress desk calendar 2026',
    status: 'discontinued',
    summary:
      'Twelve cards printed by hand in two colours, on a little stand of beech. The year is nearly over and so is the pile.',
    description: [
      'Each autumn we ask somebody to cut twelve blocks in lino for us. For 2026 it was Ottoline Graves, who lives on a narrowboat and drew what went past: a heron for January, ice with a bicycle in it for February, a swan being unpleasant for May.',
      'The cards are printed on a proofing press from 1958, the picture in one colour and the days in another, on cotton board thick enough to stand up by itself. It need not, since there is a small beech block with a slot.',
      'When a month is over, turn the card and cut along the line, and you have a postcard with a swan on it.',
      'We print eight hundred and do not reprint. The calendar for next year will have its own page.',
      foldgateNote,
      'Should you be the kind of person who writes on calendars, use a pencil or a fountain pen; ballpoint presses through to the swan. The squares are large enough for one appointment and a sigh.',
    ],
    attributes: [
      ['Cards', '12'],
      ['Format', '105 × 148', 'mm'],
      ['Board', 'Cotton, 600 g/m²'],
      ['Stand', 'Beech'],
    ],
    images: [
      'Calendar card with a linocut heron on a small wooden stand',
      'Twelve cards laid out in three rows',
      'Swan on the card for May',
    ],
    createdAt: '2025-09-05T09:00:00Z',
    price: gbp(2600, 650),
    stock: lowStock(5),
    reviews: [
      bought(5, 'The swan', 'I know that swan.', 'Bargee Phil', '2025-12-09'),
      bought(5, null, 'Bought for the office, took it home.', 'Anouk', '2026-01-06'),
    ],
  }),
  product({
    id: 'sticker-sheet',
    sku: 'OS-STK-01',
    brand: oddSocket,
    categories: craft,
    name: `"Don't Panic" </script><!-- stickers & &amp; \\ 🚀 – the 'developer' sheet`,
    slug: 'developer-sticker-sheet',
    summary:
      'Thirty vinyl stickers for people who read error messages: "It\'s always DNS", <blink>, C:\\>, --> and a rocket 🚀. The name of the sheet is a sticker too, and has broken two tills & one label printer.',
    description: [
      'It started as a joke in a basement: what would be the worst possible name for a product? Something with a quotation mark that never closes, an end tag for a script, a comment that swallows the rest of the page, an ampersand that has been escaped already &amp; another that has not, a backslash \\ and an emoji outside the basic plane. We printed it. Then we sold it, or tried to.',
      'The first shop that stocked it lost its price labels. The second lost its shopping basket: everything after "<!--" was simply gone. We now include a sticker that says {{ product.name }} and another that says undefined, in memory of both.',
      'There are thirty in all, cut from matt vinyl that lasts for years on a laptop and comes off without leaving gum. Among them: "Works on my machine" (in a certificate\'s lettering), ¯\\_(ツ)_/¯, a teapot with 418 on it, \'; DROP TABLE socks;--, <b>not bold</b>, %s, ${name}, and a family 👨‍👩‍👧‍👦 that counts as one character or as eleven, depending on whom you ask.',
      'Stick them on anything smooth. If you run a web shop and this page looks right, you may award yourself the small gold star in the lower corner.',
      'Odd Socket prints in Bristol, on a machine that was bought from a parking authority and still tries to number everything. Inks are water-based, offcuts go into confetti, and no two sheets are trimmed to quite the same size. Should a sticker come off a laptop within three years we will send another; should a laptop come off a sticker, we should like to hear the story. Schools that teach programming may have a hundred sheets at cost: write on headed paper, and escape it properly.',
    ],
    attributes: [
      ['Stickers', '30'],
      ['Sheet', 'A5 <148 × 210 mm>'],
      ['Material', 'Matt vinyl & removable glue'],
      ['Escaping', '\\"\'&<>'],
    ],
    images: [
      'Sheet of stickers with "</script>" in the middle & a small gold star',
      'Laptop lid with a teapot sticker that says 418',
    ],
    createdAt: '2025-04-01T00:00:00Z',
    price: gbp(600, 500),
    stock: inStock(404),
    reviews: [
      bought(
        5,
        '<script>alert("love it")</script>',
        'Bought four sheets & hid one in every meeting room.',
        'Bobby T.',
        '2025-05-05',
      ),
      bought(5, null, 'My "shop" says hello: &lt;3', "Siobhán O'Neill", '2025-07-19'),
      bought(4, '{{title}}', 'null', 'Anonymous', '2025-11-30'),
      bought(5, null, '👨‍👩‍👧‍👦 counts as seven code points. I checked.\n\n\nThank you for asking.', 'ünïcödé', '2026-02-02'),
    ],
  }),
  product({
    id: 'calligraphy-cards',
    sku: 'OS-CAL-RTL',
    brand: oddSocket,
    categories: craft,
    name: 'Two-way lettering cards, \u202Eسطور\u202C and Latin',
    slug: 'two-way-lettering-cards',
    summary:
      'Forty practice cards for lettering in both directions: Latin from the left, Arabic from the right\u200F, and a few that go wrong on purpose\u202E esoprup no\u202C.',
    description: [
      'Half of the world writes towards the right and a good part of it towards the left, and a sign painter in Marseille has to be able to do both on one shop front. These cards are what he gives his apprentices. Each has a model on top, three grey lines to trace and three empty ones.',
      'Cards 1 to 18 are Latin in an upright hand, 19 to 36 Arabic in ruq‘a: \u200Fباب، خبز، قهوة\u200F. The last four mix the two, which is where it gets interesting, because numbers run left to right inside lines that run right to left: \u200Fالطابق 3، شقة 12\u200F.',
      'The text below was taken from the printer’s own file, with everything that was in it.\u2028A line separator stands before this sentence.\u2029A paragraph separator stands before this one, and here is a null: \u0000. The override on the back of card 40 reads \u202Edrawkcab\u202C, and is not a misprint.',
      'The board is smooth enough for a reed pen and can be wiped once. A reed is not included but any bamboo from the garden, cut at a slant, will do.',
      'Instructions are printed on the backs, in English, French and Arabic, and are short: how to sit, how to hold the reed, which way to pull. The rest is the same for every script, and has been for a thousand years or so. Go slowly, keep your elbow on the table, and do not lift the pen in the middle of a thought. Cards that have been wiped too often may be had again singly, by number.',
    ],
    attributes: [
      ['Cards', '40'],
      ['Format', '120 × 170', 'mm'],
      ['Scripts', 'Latin, Arabic \u200F(رقعة)\u200F'],
      ['Board', '350', 'g/m²'],
      ['Maker’s mark', 'OS\u0000\u2028\u202E1\u202C'],
    ],
    images: [
      'Fan of cards with black Arabic and Latin letters on grey lines',
      'Card 40, with a word painted \u202Edrawkcab\u202C',
    ],
    createdAt: '2025-08-08T08:08:00Z',
    price: gbp(1850),
    stock: inStock(73),
    reviews: [
      bought(
        5,
        'Rarely so well explained',
        'I teach Arabic to adults. Cards 37–40 are worth the price alone.',
        'Hoda R.',
        '2025-10-16',
      ),
      bought(4, 'خط جميل', 'النماذج واضحة والورق ناعم، وأتمنى إضافة بطاقات لخط النسخ\u200F.', 'سمير', '2025-12-18'),
      bought(
        3,
        null,
        'My browser\u202E \u202Cdid something odd on this page, the cards are fine.',
        'Gil',
        '2026-03-22',
      ),
    ],
  }),
];

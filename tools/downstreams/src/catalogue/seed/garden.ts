import type { CatalogueEntry } from '../entry.ts';
import { almanacDescription } from './almanac.ts';
import { bought, category, gbp, inStock, outOfStock, product, unverified } from './product.ts';

const root = category('c300', 'Garden');
const tools = [root, category('c310', 'Hand tools')];
const growing = category('c320', 'Growing');
const seeds = [root, growing, category('c321', 'Seeds')];
const underGlass = [root, growing, category('c322', 'Cold frames and compost')];
const watering = [root, category('c330', 'Watering')];
const books = [root, category('c340', 'Garden books')];

const fennimore = { id: 'fennimore', name: 'Fennimore & Sons' };
const hedgerow = { id: 'hedgerow-seed', name: 'Hedgerow Seed Library' };
const pottingBench = { id: 'potting-bench-press', name: 'Potting Bench Press' };

const fennimorePromise =
  'Fennimore & Sons has made garden tools in Bewdley since 1871, at present under two daughters. Each tool is stamped with the year. Bring or send back anything that has failed at its work, at any age, and we will mend it, replace it or explain, politely, what it was not meant for.';

const hedgerowAdvice =
  'Every packet from the Hedgerow Seed Library carries the year of harvest, the result of its germination test and the name of the grower. If fewer than that come up in fair conditions, write to us with a photograph and we will send you more, with some unasked-for advice.';

export const garden: CatalogueEntry[] = [
  product({
    id: 'garden-almanac',
    sku: '978-PBP-0041-HB',
    gtin: '9781913400415',
    brand: pottingBench,
    categories: books,
    name: 'The Kitchen Gardener’s Almanac',
    summary:
      'Forty vegetables, herbs and fruits from seed to store, with what goes wrong and what to do about it. The whole of the pocket edition is printed below, as its author wished.',
    description: almanacDescription(),
    attributes: [
      ['Author', 'Winifred Tallis'],
      ['Pages', '416'],
      ['Binding', 'Cloth, sewn, with two ribbons'],
      ['Dimensions', '198 × 129 × 28', 'mm'],
      ['Language', 'English'],
      ['Edition', 'Seventh, revised'],
    ],
    images: [
      'Green cloth-bound book with a pea pod blocked in gold, lying on a seed tray',
      'Open spread with a woodcut of a leek and a table of sowing dates',
    ],
    createdAt: '2024-02-01T10:00:00Z',
    price: gbp(2200),
    stock: inStock(340),
    related: ['tomato-seeds', 'hand-trowel', 'secateurs', 'cold-frame', 'compost-thermometer'],
    reviews: [
      bought(
        5,
        'Muddy already',
        'Lives in the shed, has been rained on, still holding together. Her entry on celery made me laugh out loud.',
        'Gwen',
        '2024-05-19',
      ),
      bought(
        5,
        null,
        'My grandmother had the second edition. This one has slugs in it that she never dreamed of.',
        'Robin Ashby',
        '2025-03-30',
      ),
      bought(
        4,
        'Very English',
        'Dates are for southern England; in Aberdeen I add three weeks to everything.',
        'Isla McN.',
        '2025-04-26',
      ),
    ],
  }),
  product({
    id: 'hand-trowel',
    sku: 'FS-0117',
    gtin: '5033814011790',
    brand: fennimore,
    categories: tools,
    name: 'Copper-bronze hand trowel',
    summary:
      'A bronze blade that slips into clay like a spoon into butter, never rusts, and is said to discourage slugs. We promise the first two.',
    description: [
      'Bronze is an old idea for a trowel and a good one. It is as hard as mild steel, it does not rust if you leave it in the border all winter, and clay does not stick to it. Gardeners in Austria have used bronze for a century and swear that slugs stay away from soil that it has touched. We have not been able to prove it.',
      'The blade is cast, then hammered along the edges, which hardens them and leaves them slightly wavy. It sharpens itself in gritty soil. Inside there are marks every twenty-five millimetres for planting depth.',
      'The handle is ash with a swelling at the end that fits the hollow of the palm, and a hole for the leather loop that comes with it. Should it ever break, the blade’s socket takes any broomstick, whittled.',
      fennimorePromise,
    ],
    attributes: [
      ['Blade', 'Bronze, hammered'],
      ['Blade length', '15', 'cm'],
      ['Overall length', '31', 'cm'],
      ['Weight', '295', 'g'],
      ['Handle', 'Ash, oiled'],
    ],
    images: ['Golden bronze trowel standing in dark soil between lettuces', 'Depth marks on the inside of the blade'],
    createdAt: '2023-03-03T08:30:00Z',
    price: gbp(3900),
    stock: inStock(151),
    reviews: [
      bought(5, null, 'The nicest tool I own. I have hidden it from my husband.', 'Philippa', '2023-06-02'),
      bought(
        5,
        'Slugs?',
        'Jury is out on slugs. But it goes through our clay like nothing else.',
        'N. Thackeray',
        '2024-05-17',
      ),
      bought(4, null, 'Liegt gut in der Hand, etwas schwer.', 'Ursula', '2025-06-11'),
    ],
  }),
  product({
    id: 'secateurs',
    sku: 'FS-0230',
    gtin: '5033814023052',
    brand: fennimore,
    categories: tools,
    name: 'Bypass secateurs No. 8',
    slug: 'bypass-secateurs-no-8',
    summary:
      'Forged secateurs for stems up to 25 mm, with a sap groove, a replaceable blade and a catch that a gloved thumb can find. In three sizes, because hands come in more than one.',
    description: [
      'A pair of secateurs should cut close, cut clean and let go. The No. 8 has a blade of high-carbon steel ground on one face only, so that it passes the hook like scissors and leaves a cut that heals. A groove along the hook carries the sap away; a wire notch behind it saves the blade from what you would otherwise do with it.',
      'The handles are forged aluminium, made in three lengths to the same pattern. Most makers shrink the grip for small hands and leave the opening as it was. We shrink both. Put your hand flat on the drawing that you will find among the pictures, and order by the line that your middle finger reaches.',
      'Every part can be bought singly: blade, hook, spring, catch, the little brass nut. A new blade costs less than a pint and a half, and fitting it takes as long as drinking one does not.',
      'Clean the sap off with a drop of oil and a wad of steel wool. Sharpen on the bevelled side only, five strokes on a fine stone, whenever you have to squeeze twice.',
      fennimorePromise,
    ],
    attributes: [
      ['Cutting capacity', '25', 'mm'],
      ['Blade', 'High-carbon steel, replaceable'],
      ['Weight', '240', 'g'],
      ['Handles', 'Forged aluminium'],
      ['Hand', 'Right or left'],
    ],
    images: [
      'Open secateurs with red handles on a bench beside cut rose stems',
      'Drawing of a hand with lines for small, medium and large',
      'The secateurs taken apart into eleven pieces',
    ],
    variants: [
      { id: 'secateurs-s-right', sku: 'FS-0230-SR', options: { Size: 'Small', Hand: 'Right' } },
      { id: 'secateurs-m-right', sku: 'FS-0230-MR', options: { Size: 'Medium', Hand: 'Right' } },
      { id: 'secateurs-l-right', sku: 'FS-0230-LR', options: { Size: 'Large', Hand: 'Right' } },
      { id: 'secateurs-m-left', sku: 'FS-0230-ML', options: { Size: 'Medium', Hand: 'Left' } },
    ],
    createdAt: '2023-06-20T12:30:00Z',
    price: gbp(5600, 4480),
    stock: inStock(266),
    reviews: [
      bought(
        5,
        'Small hands rejoice',
        'First pair I can open and close all day. 140 roses and no blisters.',
        'Mei-Ling',
        '2024-02-24',
      ),
      bought(4, null, 'Good. Catch a little stiff at first.', 'H. Brandsma', '2024-03-18'),
      bought(5, 'Coupe nette', 'Coupe franche, pièces disponibles, que demander de plus.', 'Lucienne', '2024-11-05'),
      bought(5, null, 'Left-handed version exists!!! I have waited 61 years.', 'Walt', '2025-02-20'),
      unverified(3, 'ok', 'My old ones were as good and I had them from my dad.', 'allotment7b', '2025-05-01'),
      bought(
        2,
        'Spring flew off',
        "Spring popped out into the compost on day two. Found it with a magnet. Doesn't seem right at this price.",
        'Kev',
        '2025-07-22',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'Gartenschere Nr. 8',
        summary:
          'Geschmiedete Bypass-Schere für Zweige bis 25 mm, mit Saftrille, austauschbarer Klinge und einem Riegel, den auch der Handschuh findet. In drei Größen, denn Hände gibt es nicht nur in einer.',
        description: [
          'Eine Gartenschere soll dicht am Auge schneiden, sauber schneiden und wieder loslassen. Die Klinge der Nr. 8 aus Kohlenstoffstahl ist nur auf einer Seite angeschliffen und läuft wie bei einer Schere am Haken vorbei. So bleibt ein Schnitt, der verheilt. Eine Rille im Haken leitet den Saft ab, eine Kerbe dahinter ist für den Draht da, den man sonst mit der Klinge schneiden würde.',
          'Die Griffe sind aus geschmiedetem Aluminium, in drei Längen nach demselben Muster. Viele Hersteller machen für kleine Hände nur den Griff kürzer und lassen die Öffnung, wie sie ist. Wir verkleinern beides.',
          'Jedes Teil gibt es einzeln: Klinge, Haken, Feder, Riegel, die kleine Messingmutter. Geschärft wird nur die angeschliffene Seite, mit fünf Zügen auf einem feinen Stein.',
        ],
      },
    },
  }),
  product({
    id: 'tomato-seeds',
    sku: 'HSL-TOM-061',
    brand: hedgerow,
    categories: seeds,
    name: 'Tomato ‘Widow Penhale’, 15 seeds',
    summary:
      'An old Cornish tomato, pink, ribbed and rather ugly, that tastes the way you thought tomatoes tasted when you were small.',
    description: [
      'Mrs Penhale of Mousehole grew this tomato in her back porch from 1952, when a Breton onion seller gave her a handful in exchange for a cake, until her death in 2009. Her granddaughter brought us a jam jar of seed with a label in pencil. We have been growing it on ever since and can find it in no catalogue but ours.',
      'It is a tall plant that wants a stick and a greenhouse, or the warmest wall you have. Fruits weigh between 150 and 300 grams, ripen from the end of July, and go from green to pink with yellow shoulders. There are few seeds in them and the skin is thin, which is why you will never meet it in a shop.',
      'Sow in March, indoors, at 20 degrees. Prick out when the first true leaves show, plant on when the first flowers do. Pinch out the side shoots and stop the plant after five trusses. The packet says more.',
      'Open-pollinated: keep the seed of your best fruit and you need never buy it from us again.',
      hedgerowAdvice,
    ],
    attributes: [
      ['Contents', '15', 'seeds'],
      ['Sow', 'February to April, indoors'],
      ['Harvest', 'July to October'],
      ['Height', '180', 'cm'],
      ['Spacing', '50', 'cm'],
      ['Certified organic', 'GB-ORG-05'],
    ],
    images: ['Ribbed pink tomatoes in a blue enamel colander', 'Brown paper seed packet with a drawing of a tomato'],
    createdAt: '2025-01-10T07:30:00Z',
    price: gbp(320),
    stock: inStock(2140),
    reviews: [
      bought(5, null, '14 of 15 came up.', 'Pat', '2025-05-02'),
      bought(
        5,
        'That taste',
        'Ugly as sin and I will never grow another. Kept seed from the best one, as instructed.',
        'Morwenna J.',
        '2025-09-20',
      ),
      bought(2, 'Blight', 'All gone in a week in August. Not the seed’s fault I suppose.', 'Desmond', '2025-09-01'),
      bought(4, null, 'Saveur incroyable, rendement modeste.', 'Paul-Henri', '2025-10-08'),
    ],
  }),
  product({
    id: 'wildflower-seeds',
    sku: 'HSL-MEA-002',
    brand: hedgerow,
    categories: seeds,
    name: 'Meadow mix for poor soil, 50 g',
    summary:
      'Twenty-three wild flowers and six fine grasses, all of British provenance, for ten square metres of ground that nothing else likes.',
    description: [
      'Meadows grow where it is too poor for anything else to crowd them out. If you have a strip of builder’s rubble, a sandy bank or a lawn that never took, you have what rich gardeners pay to have dug: bad soil. Do not improve it.',
      'The mix holds oxeye daisy, knapweed, bird’s-foot trefoil, cowslip, field scabious, yellow rattle and seventeen more, with six grasses that stay thin. All of it is collected under licence within eighty miles of our barn and grown on for one generation only.',
      'Sow in September or March. Scrape the ground bare, mix the seed with five times as much dry sand, scatter half of it north to south and half east to west, and tread it in. Water only if you must. In the first summer you will see mostly leaves, in the second daisies; by the fourth it will have sorted itself out and surprise you every week from April on.',
      'Mow once, at the end of August, leave it to lie for three days, then rake every bit of it away.',
      hedgerowAdvice,
    ],
    attributes: [
      ['Contents', '50', 'g'],
      ['Area', '10', 'm²'],
      ['Species', '29'],
      ['Sow', 'March, April, September'],
    ],
    images: [
      'Summer meadow full of daisies and knapweed on a stony bank',
      'Seeds of many shapes spread on white paper',
    ],
    createdAt: '2023-08-01T09:09:00Z',
    price: gbp(1150, 1150, {
      tiers: [
        { minQuantity: 2, amountMinor: 1075 },
        { minQuantity: 5, amountMinor: 980 },
        { minQuantity: 20, amountMinor: 860 },
      ],
    }),
    stock: inStock(388),
    reviews: [
      bought(5, 'Year three', 'Bees. Just bees. Sit and listen.', 'Harriet Moss', '2026-06-21'),
      bought(3, null, 'Mostly daisies so far, which I gather is normal.', 'S. Iqbal', '2025-07-13'),
    ],
  }),
  product({
    id: 'watering-can',
    sku: 'FS-0702-9L',
    gtin: '5033814070292',
    brand: fennimore,
    categories: watering,
    name: 'Long-reach watering can, 9 litres',
    summary:
      'Galvanised, balanced, with a brass rose that falls like rain and a spout that reaches the back of the bench. Two of them make you stand up straight.',
    description: [
      'Fill it to the brim, hang it from one finger and it stays level; tip it, and the weight goes on helping you until it is empty. That is all there is to a good can, and it took a Victorian foreman in a vinery to work it out. We have not changed his drawing except to make the filling hole larger.',
      'The rose is brass and faces upwards, so that the water rises, slows and falls on the seedlings from above. It unscrews for cleaning and for watering pots. A second rose, finer, is on sale separately for those who raise begonias.',
      'Hot-dip galvanising means that the can is dipped whole, after soldering, in molten zinc. The spangled pattern is how you know. It should not rust in your lifetime unless you leave it out full in January.',
      fennimorePromise,
      'Nine litres are nine kilograms, and a lot for some; there is a six-litre can of the same drawing for those who would sooner walk twice. The handle runs in one curve from the spout to the back, so your hand can slide along it as the can empties and there is no need to shift your grip. We counted: on a bench of a hundred pots that saves you thirty-one little jerks of the wrist.',
    ],
    attributes: [
      ['Capacity', '9', 'l'],
      ['Weight, empty', '2.1', 'kg'],
      ['Reach of spout', '52', 'cm'],
      ['Material', 'Hot-dip galvanised steel, brass'],
    ],
    images: [
      'Galvanised can with a long spout on a greenhouse path',
      'Brass rose with water rising and falling in an arc',
      'Two cans carried side by side',
    ],
    createdAt: '2024-03-28T06:00:00Z',
    price: gbp(7200),
    stock: inStock(49),
    related: ['hand-trowel', 'tomato-seeds', 'cold-frame', 'garden-almanac'],
    reviews: [
      bought(5, null, 'Bought one, went back for its twin. My back is better for it.', 'Roger E.', '2024-07-09'),
      bought(
        4,
        'Gießt wie Regen',
        'Die Brause ist fantastisch. Voll ist sie allerdings schwer.',
        'Christa',
        '2025-05-25',
      ),
    ],
  }),
  product({
    id: 'cold-frame',
    sku: 'FS-0911',
    gtin: '5033814091150',
    brand: fennimore,
    categories: underGlass,
    name: 'Larch cold frame with sliding lights',
    summary:
      'Six weeks more spring and six more autumn under two panes of toughened glass. Sold out until the sawmill delivers; the next lot is being cut now.',
    description: [
      'A cold frame is a greenhouse for people with better things to spend money on. Set against a south wall it is warm enough for lettuces in February, hardens off what the windowsill has raised, and keeps salad going until Christmas.',
      'The sides are Welsh larch, 28 millimetres thick and dovetailed at the corners, which need no paint and go silver in a year. The lights slide in grooves and can be lifted out; they are glazed with four-millimetre toughened glass, not plastic, because glass stays clear and does not blow away.',
      'It comes as six pieces and goes together in a quarter of an hour with a mallet. The back is higher than the front by a hand’s breadth, which is all the slope the winter sun needs.',
      'We buy the larch from one mill in Powys that fells in winter only. When it is gone we wait.',
      fennimorePromise,
    ],
    attributes: [
      ['Width', '120', 'cm'],
      ['Depth', '80', 'cm'],
      ['Height', '30–42', 'cm'],
      ['Weight', '34', 'kg'],
      ['Glass', 'Toughened, 4 mm'],
      ['Timber', 'Welsh larch'],
    ],
    images: [
      'Wooden cold frame with one glass light slid back over rows of lettuce',
      'Dovetailed corner in pale larch',
    ],
    createdAt: '2024-09-15T13:00:00Z',
    price: gbp(28500),
    stock: outOfStock(25),
    reviews: [
      bought(
        5,
        'Lettuce in February',
        'I did not believe it and now I am insufferable about it.',
        'Judith K.',
        '2025-02-27',
      ),
      bought(4, null, 'Well made, heavy, two people needed to carry it round the house.', 'Arun', '2025-03-12'),
    ],
  }),
  product({
    id: 'compost-thermometer',
    sku: 'FS-0930',
    gtin: '5033814093062',
    brand: fennimore,
    categories: underGlass,
    name: 'Compost thermometer, 50 cm',
    summary: 'A long steel probe and a dial with four plain words on it: cold, working, hot, turn me.',
    description: [
      'Somewhere between fifty and sixty-five degrees a heap kills weed seeds and digests eggshells. Below that it sulks, above it the very creatures that do the work begin to die. You cannot tell by looking. You can tell by pushing this into the middle and reading one of four words.',
      'The probe is stainless steel, eight millimetres thick, pointed, and long enough to reach the heart of a heap of a cubic metre. The dial is as wide as a saucer and sealed against rain; the scale runs from 0 to 80 degrees for those who like numbers as well.',
      'It may stay in the heap. If it ever reads wrong there is a hexagonal nut behind the dial: stand the probe in melting ice and turn the nut until the needle points to nought.',
      'Photographs will follow: the new dial is still with the printer, and we would sooner show nothing than the old one.',
      fennimorePromise,
    ],
    attributes: [
      ['Probe length', '50', 'cm'],
      ['Range', '0–80', '°C'],
      ['Dial', '9', 'cm'],
      ['Material', 'Stainless steel'],
    ],
    images: [],
    createdAt: '2026-02-02T15:45:00Z',
    price: gbp(2450),
    stock: inStock(95),
    reviews: [bought(4, null, 'Tells me to turn the heap. I do as I am told.', 'Barnaby', '2026-04-19')],
  }),
];

import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, product, unverified } from './product.ts';
import { threeHundredReviews } from './three-hundred-reviews.ts';

const root = category('c200', 'Kitchen');
const knives = [root, category('c210', 'Knives')];
const cookware = [root, category('c220', 'Cookware')];
const drinks = category('c230', 'Coffee and tea equipment');
const brewing = [root, drinks, category('c231', 'Kettles and grinders')];
const pots = [root, drinks, category('c232', 'Teapots and coffee pots')];
const baking = [root, category('c240', 'Baking')];

const oxenholt = { id: 'oxenholt', name: 'Oxenholt Cutlers' };
const quern = { id: 'quern-street', name: 'Quern Street' };
const morioka = { id: 'suzuhara', name: '鈴原鋳造' };
const souq = { id: 'bayt-al-nahas', name: 'بيت النحاس' };

const oxenholtCare =
  'Wash by hand, dry at once, and keep the edge away from glass boards and dishwashers. Oxenholt sharpens its own knives free of charge for as long as you own them; you pay the postage one way, they pay it back.';

const quernPromise =
  'Quern Street is a workshop of nineteen in Stroud, owned by the people who work there. We make nine things for the kitchen and intend to go on making those nine. Spare parts are kept for every model since 2004, and the repair bench is open to visitors on Fridays.';

export const kitchen: CatalogueEntry[] = [
  product({
    id: 'gooseneck-kettle',
    sku: 'QS-K09-1.0L',
    gtin: '5019337400914',
    brand: quern,
    categories: brewing,
    name: 'Pourwell gooseneck kettle, 1 litre',
    summary:
      'A kettle for people who pour: a spout that gives a thread of water or a stream, a handle that balances when full, and the temperature to the degree.',
    description: [
      'Pouring well is mostly a matter of the kettle. The Pourwell has a long, narrow neck that leaves the body low down, where the water is calm, and ends in a lip cut at an angle, so that it stops when you stop. Baristas who tried the prototypes asked for one change only: a handle that could be held like a pen. It has one.',
      'Under the kettle sits a base with a single dial. Turn it to the temperature you want, from 40 to 100 degrees, and press. One litre boils in four minutes and ten seconds; half a litre for two cups takes a little over two. Keep the dial pressed and the water is held at that temperature for up to an hour.',
      'The body is 18/8 stainless steel with no plastic anywhere in contact with the water, and the lid fits tightly enough not to fall off when the last drop is poured. The element is under a flat floor that can be wiped; scale comes off with citric acid and patience.',
      'We publish the drawings of every part. The switch, the base, the lid and the knob can be bought singly and changed with one screwdriver, which is why the guarantee is five years and why we hope you will keep it for fifteen.',
    ],
    attributes: [
      ['Capacity', '1.0', 'l'],
      ['Power', '1350', 'W'],
      ['Temperature range', '40–100', '°C'],
      ['Material', 'Stainless steel 18/8, beech'],
      ['Weight', '1.15', 'kg'],
      ['Cable length', '75', 'cm'],
    ],
    images: [
      'Matt black gooseneck kettle pouring a thin stream over a paper coffee filter',
      'The dial on the base, set to 94 degrees',
      'Kettle seen from above with the lid off, showing the flat steel floor',
      'Beech handle and the angled lip of the spout',
      'All the parts of the kettle laid out on grey paper',
    ],
    variants: [
      { id: 'gooseneck-kettle-black', sku: 'QS-K09-BLK', options: { Finish: 'Matt black' } },
      { id: 'gooseneck-kettle-steel', sku: 'QS-K09-STL', options: { Finish: 'Brushed steel' } },
      { id: 'gooseneck-kettle-cream', sku: 'QS-K09-CRM', options: { Finish: 'Cream' } },
    ],
    createdAt: '2023-05-02T06:45:00Z',
    price: gbp(11900, 9900),
    stock: inStock(1204),
    related: ['hand-grinder', 'tetsubin-teapot', 'house-espresso', 'sencha-uji', 'dallah-coffee-pot', 'enamel-mug'],
    reviews: threeHundredReviews(),
  }),
  product({
    id: 'hand-grinder',
    sku: 'QS-G02',
    gtin: '5019337400204',
    brand: quern,
    categories: brewing,
    name: 'Millrace hand grinder',
    summary:
      'Steel conical burrs, forty clicks from Turkish to cafetière, and a crank long enough that grinding for two cups takes thirty-five seconds and no swearing.',
    description: [
      'There are two things to know about a hand grinder: whether the burrs stay in line, and whether your wrist minds. The Millrace holds its axle in two ball bearings, one above and one below the burrs, and there is no play to be felt between them. That is what makes the grounds even, and evenness is what makes coffee sweet.',
      'The crank is sixteen centimetres long, half as long again as most. Twenty grams of a medium roast take about thirty-five seconds for a filter and just over a minute for espresso. The body is narrow and lightly waisted, and a band of cork keeps it from turning in the hand.',
      'Each click of the adjusting ring moves the burr by 0.022 millimetres. Count from zero, write the number on the bag, and you can come back to it tomorrow. The ring sits outside, so nothing has to be taken apart to change from a flat white to a flask of filter.',
      'Everything comes apart without tools and goes back together in only one way. Brush it weekly, never wash the burrs, and it will see you through something like half a tonne of coffee.',
      quernPromise,
    ],
    attributes: [
      ['Burrs', 'Hardened steel, conical, 47 mm'],
      ['Capacity', '30', 'g'],
      ['Weight', '690', 'g'],
      ['Height', '19.5', 'cm'],
      ['Step', '0.022', 'mm'],
    ],
    images: [
      'Slim steel hand grinder with a cork band, held over an open bag of coffee',
      'The conical burr taken out and laid beside its brush',
      'Adjusting ring with engraved numbers',
    ],
    createdAt: '2024-02-20T09:00:00Z',
    price: gbp(13500),
    stock: inStock(58),
    reviews: [
      bought(
        5,
        'Better than my electric one',
        'And quieter at six in the morning, which is the point when there is a baby next door.',
        'Femi A.',
        '2024-05-12',
      ),
      bought(
        5,
        'Sehr gleichmäßig',
        'Kaum Feinanteil, auch bei grober Einstellung. Für Espresso braucht man etwas Kraft.',
        'Anke Brandt',
        '2024-10-03',
      ),
      bought(
        4,
        null,
        'Static makes chaff stick to the cup in winter. A drop of water on the beans first fixes it.',
        'Noor',
        '2025-01-05',
      ),
      bought(
        2,
        'Hard work',
        'I have arthritis and light roasts defeated me. Not the fault of the thing, but be warned.',
        'Pauline G.',
        '2025-07-17',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'Handmühle Millrace',
        summary:
          'Kegelmahlwerk aus Stahl, vierzig Rasten von türkisch fein bis Pressstempelkanne und eine Kurbel, die lang genug ist: Bohnen für zwei Tassen sind in 35 Sekunden gemahlen.',
        description: [
          'Bei einer Handmühle zählen zwei Dinge: ob das Mahlwerk in der Flucht bleibt und ob das Handgelenk es mitmacht. Die Achse der Millrace läuft in zwei Kugellagern, eines über und eines unter dem Kegel, ohne fühlbares Spiel. Das macht das Mahlgut gleichmäßig, und Gleichmaß macht den Kaffee süß.',
          'Die Kurbel ist sechzehn Zentimeter lang, anderthalbmal so lang wie üblich. Zwanzig Gramm einer mittleren Röstung brauchen für Filterkaffee etwa 35 Sekunden, für Espresso gut eine Minute. Ein Band aus Kork hält den schlanken Körper in der Hand.',
          'Jede Raste verstellt den Kegel um 0,022 Millimeter. Der Ring liegt außen, man muss also nichts zerlegen, um vom Espresso zum Filter zu wechseln. Gereinigt wird trocken, mit dem beiliegenden Pinsel.',
        ],
      },
    },
  }),
  product({
    id: 'santoku-165',
    sku: 'OX/165/S',
    gtin: '5026401165129',
    brand: oxenholt,
    categories: knives,
    name: 'Santoku, 165 mm, forged carbon steel',
    summary:
      'The one knife to own if you own one: a Sheffield-forged santoku in carbon steel, thin behind the edge, with a handle of bog oak five thousand years old.',
    description: [
      'A santoku is made for three virtues, as its name says: meat, fish and vegetables. This one is forged by hand in Sheffield by a smith who learned the shape in Sakai and the steel at home. The blade is 165 millimetres long and tapers from three millimetres at the heel to almost nothing at the tip.',
      'Carbon steel takes a keener edge than stainless and takes it faster. It also rusts if you leave it wet, and changes colour as you use it: blue from onions, grey from meat, a haze of straw from lemons. After a month it has settled to a patina that protects it. Some people love this and some cannot bear it; be honest about which you are.',
      'The handle is bog oak, dug from the peat of the Fens, black all through and harder than when it grew. It is fitted to a full tang with three brass pins and shaped a little fuller on one side. Tell us which hand you use.',
      oxenholtCare,
    ],
    attributes: [
      ['Blade length', '165', 'mm'],
      ['Steel', '1.2519 carbon steel'],
      ['Hardness', '62', 'HRC'],
      ['Weight', '168', 'g'],
      ['Handle', 'Bog oak, brass pins'],
    ],
    images: [
      'Santoku with a dark handle on a beech board beside sliced leeks',
      'Blade seen along its edge, thin as paper towards the tip',
      'Bog oak handle with three brass pins',
      'The knife after six months with a blue and grey patina',
    ],
    variants: [
      { id: 'santoku-165-right', sku: 'OX/165/S/R', options: { Hand: 'Right' } },
      { id: 'santoku-165-left', sku: 'OX/165/S/L', options: { Hand: 'Left' } },
    ],
    createdAt: '2023-11-17T13:20:00Z',
    price: gbp(21000),
    stock: lowStock(4, 30),
    reviews: [
      bought(
        5,
        '切れ味抜群',
        '玉ねぎもトマトも驚くほど軽く切れます。研ぎやすい鋼で、手入れも楽しいです。',
        '小川 健',
        '2024-03-30',
      ),
      bought(
        5,
        'A proper tool',
        'Twenty years in kitchens. I have thrown away better-looking knives and kept worse ones; this I will be buried with.',
        'Chef Marlon',
        '2024-09-01',
      ),
      bought(
        3,
        'Rust!',
        'Left it in the sink overnight, once. My fault, they sorted it out for me, but I have gone back to stainless.',
        'Imogen',
        '2025-02-14',
      ),
      unverified(5, null, "it's sharp", 'hob_nob', '2025-11-11'),
      bought(4, null, 'Superbe lame. Le manche est un peu petit pour ma main.', 'Baptiste R.', '2026-02-05'),
    ],
    translations: {
      'ja-JP': {
        name: '三徳包丁 165mm 鍛造炭素鋼',
        summary:
          '一本だけ持つなら、この包丁を。シェフィールドで鍛えた炭素鋼の三徳で、刃先は薄く、柄には五千年前の埋もれ木のオークを使っています。',
        description: [
          '三徳の名は、肉・魚・野菜の三つに向くことに由来します。堺で形を学び、故郷の鋼を知り尽くした鍛冶職人が、シェフィールドで一本ずつ手で鍛えています。刃渡りは165ミリ。厚みは元で3ミリ、切っ先に向かって紙のように薄くなります。',
          '炭素鋼はステンレスよりも鋭く、早く刃がつきます。そのかわり濡れたままにすると錆び、使ううちに色が変わります。玉ねぎで青く、肉で灰色に、レモンで淡い藁色に。ひと月ほどで落ち着いた被膜になり、刃を守ってくれます。',
          '柄はイングランド東部の泥炭地から掘り出されたオークで、芯まで黒く、生きていたときよりも硬くなっています。右利き用と左利き用がありますので、ご注文の際にお選びください。',
        ],
      },
      'de-DE': {
        name: 'Santoku, 165 mm, geschmiedeter Kohlenstoffstahl',
        summary:
          'Das eine Messer, wenn es nur eines sein darf: ein in Sheffield geschmiedetes Santoku aus Kohlenstoffstahl, dünn hinter der Schneide, mit einem Griff aus fünftausend Jahre alter Mooreiche.',
        description: [
          'Santoku heißt drei Tugenden: Fleisch, Fisch und Gemüse. Dieses wird in Sheffield von Hand geschmiedet, von einem Schmied, der die Form in Sakai und den Stahl zu Hause gelernt hat. Die Klinge ist 165 Millimeter lang und läuft von drei Millimetern am Kropf fast auf null an der Spitze aus.',
          'Kohlenstoffstahl wird schärfer als rostfreier und lässt sich leichter schärfen. Nass liegen lassen darf man ihn nicht, und mit der Zeit verfärbt er sich: blau von Zwiebeln, grau von Fleisch. Nach einem Monat ist daraus eine Patina geworden, die ihn schützt.',
          'Der Griff aus Mooreiche ist mit drei Messingstiften auf den durchgehenden Erl genietet und auf einer Seite etwas voller geformt. Sagen Sie uns bitte, mit welcher Hand Sie schneiden.',
        ],
      },
    },
  }),
  product({
    id: 'bread-knife',
    sku: 'OX/240/B',
    gtin: '5026401240055',
    brand: oxenholt,
    categories: knives,
    name: 'Bread knife, 240 mm',
    summary:
      'Long, gently curved and scalloped rather than toothed: it cuts the crust without tearing and leaves the crumb on the loaf.',
    description: [
      'Saw teeth tear. The edge of this knife is ground in wide, shallow scallops whose points start the cut and whose hollows finish it, so that the crust gives way without a struggle and far less of it ends up on the floor. It is as good on a ripe tomato as on rye.',
      'At 240 millimetres it is long enough for the widest sourdough, and the blade is curved so that your knuckles do not meet the board before the edge does. The steel is a stainless Swedish alloy that holds an edge for years; bread is, after all, the softest hard thing in the kitchen.',
      'The handle is English ash, oiled, with a deep heel that keeps the fingers where they should be.',
      oxenholtCare,
      'A scalloped edge can be sharpened, whatever you may have read. It is done from the flat side with a round stone, one hollow after the other, takes about ten minutes, and is needed perhaps once in five years. We would rather do it ourselves, but there is a film about it for those who would not.',
    ],
    attributes: [
      ['Blade length', '240', 'mm'],
      ['Steel', '14C28N stainless'],
      ['Weight', '190', 'g'],
      ['Handle', 'Ash'],
    ],
    images: [
      'Scalloped bread knife halfway through a dark, floury loaf',
      'Close view of the wide scallops along the edge',
    ],
    createdAt: '2024-06-05T10:10:00Z',
    price: gbp(8400, 6700),
    stock: inStock(77),
    reviews: [
      bought(5, null, 'No more crumbs (fewer crumbs).', 'Sigrid', '2024-12-22'),
      bought(
        5,
        'Tomatoes too',
        'Bought for bread, used mostly on tomatoes. My father in law has tried to take it home twice.',
        'Leila B.',
        '2025-04-09',
      ),
      bought(
        4,
        'Bonne taille',
        'Parfait pour les grosses miches, un peu long pour le tiroir.',
        'M. Delaunay',
        '2025-08-18',
      ),
    ],
  }),
  product({
    id: 'cast-iron-casserole',
    sku: '20774126',
    gtin: '5019337412603',
    brand: quern,
    categories: cookware,
    name: 'Hearthstone cast-iron casserole, 26 cm',
    summary:
      'Five and a half kilograms of enamelled cast iron that browns, braises, bakes bread and goes to the table looking as though it had been in the family for years. Holds enough stew for six, or for two with a good conscience about tomorrow.',
    description: [
      'A heavy pot is a slow pot, and slowness is what most good food wants. The Hearthstone is cast in a single piece with walls four millimetres thick; it takes its time to get hot, stays hot when cold meat goes in, and keeps dinner warm for an hour with the oven off.',
      'Inside there is a matt black enamel, slightly rough to the touch, that takes up a little oil each time and browns as bare iron does. Outside there are three coats of gloss. Both are fired at over 800 degrees and neither minds tomatoes, wine or a metal spoon used with some respect.',
      'The lid is domed on the outside and studded within, so that steam gathers on the studs and falls back evenly over what is cooking. Its knob is steel and may go into the hottest oven, which makes the pot a very good bread oven as well: a kilogram loaf fits with room to rise.',
      'Works on gas, electric, induction and embers. Lift it, do not slide it, on glass. Let it cool before you wash it, soak what sticks, and it will outlive its receipt by several decades; we guarantee it for thirty years.',
    ],
    attributes: [
      ['Capacity', '5.2', 'l'],
      ['Diameter', '26', 'cm'],
      ['Weight', '5.5', 'kg'],
      ['Material', 'Enamelled cast iron'],
      ['Oven safe to', '260', '°C'],
      ['Hobs', 'All, including induction'],
      ['Guarantee', '30', 'years'],
    ],
    images: [
      'Deep blue cast-iron casserole with the lid ajar and steam rising',
      'Underside of the lid, studded with small points',
      'A round loaf with a split crust inside the casserole',
    ],
    variants: [
      { id: 'cast-iron-casserole-blue', sku: '20774126-01', options: { Colour: 'Estuary blue' } },
      { id: 'cast-iron-casserole-red', sku: '20774126-02', options: { Colour: 'Brick red' } },
      { id: 'cast-iron-casserole-oat', sku: '20774126-03', options: { Colour: 'Oat' } },
      { id: 'cast-iron-casserole-moss', sku: '20774126-04', options: { Colour: 'Moss' } },
    ],
    createdAt: '2023-08-28T15:00:00Z',
    price: gbp(18900, 15100),
    stock: inStock(209),
    reviews: [
      bought(5, null, 'Chilli for forty (in two goes).', 'St Luke’s Hall', '2025-10-18'),
      bought(
        3,
        'Knob',
        'Pot brilliant. The knob worked loose twice before I found out that you can tighten it from inside.',
        'Anders',
        '2026-04-08',
      ),
      bought(
        5,
        'Sunday lunch sorted',
        'Beef shin, four hours, bottle of stout. I have nothing to add.',
        'Gareth Pugh',
        '2023-12-03',
      ),
      bought(5, 'Bread!', 'The loaves that come out of this are absurd. Ears like a bat.', 'crumbshot', '2024-02-11'),
      bought(4, null, 'Wunderschön, aber wirklich schwer. Mit beiden Händen anfassen.', 'Heike Sommer', '2024-04-27'),
      bought(
        1,
        'Chipped',
        'Enamel chipped on the rim within a week. They asked for photographs, then for more photographs, then sent a new one. I had to chase.',
        'N. Forsyth',
        '2024-07-30',
      ),
      bought(5, null, 'Une cocotte pour la vie. Le poulet rôti est inratable.', 'Maïwenn', '2024-11-24'),
      bought(4, 'Heavy, good', "My mother's one cost four times as much & does the same.", 'Yusuf D.', '2025-03-15'),
      unverified(3, null, 'colour darker than picture', 'anna1979', '2025-09-09'),
      bought(5, 'من أفضل ما اشتريت', 'تحتفظ بالحرارة لوقت طويل والطعام يخرج لذيذا في كل مرة.', 'هالة', '2026-01-03'),
    ],
    translations: {
      'fr-FR': {
        name: 'Cocotte en fonte Hearthstone, 26 cm',
        summary:
          'Cinq kilos et demi de fonte émaillée qui saisissent, mijotent et cuisent le pain, puis passent à table comme si la cocotte était dans la famille depuis toujours. De quoi servir six personnes, ou deux, en pensant au lendemain.',
        description: [
          'Une cocotte lourde est une cocotte lente, et la lenteur réussit à presque tout. La Hearthstone est coulée d’une seule pièce, avec des parois de quatre millimètres : elle prend son temps pour chauffer, ne refroidit pas quand on y met la viande et garde le dîner au chaud une heure durant, four éteint.',
          'L’intérieur reçoit un émail noir mat, légèrement rugueux, qui se patine à l’huile et saisit comme la fonte nue. L’extérieur en reçoit trois couches brillantes. Ni la tomate, ni le vin, ni une cuillère en métal maniée avec égards ne leur font peur.',
          'Le couvercle bombé porte des picots qui ramènent la vapeur en pluie sur le plat. Son bouton est en acier et supporte le four le plus chaud : un pain d’un kilo y cuit à l’aise. Garantie trente ans.',
        ],
      },
    },
  }),
  product({
    id: 'copper-saucepan',
    sku: 'QS-CU-16',
    gtin: '5019337416045',
    brand: quern,
    categories: cookware,
    name: 'Copper saucepan, 16 cm, tin-lined',
    summary:
      'For caramel, custard and hollandaise: two millimetres of copper that does what you tell it at the moment you tell it, lined with hand-wiped tin.',
    description: [
      'Copper carries heat better than any other metal you can afford to cook in. Turn the flame down and the custard knows at once. There is no better pan for anything that goes from right to ruined in ten seconds.',
      'Ours is two millimetres thick, spun in Villedieu and lined in Bristol. The tin is wiped on molten with a wad of cotton, by hand, and you can see the strokes. Tin is slippery without any coating, kind to sauces, and can be renewed: after ten years or so we will do it again for thirty pounds.',
      'Mind two things. Tin melts at 232 degrees, so never heat the pan empty. And it is soft, so use wood rather than steel. The handle is cast iron, held by three copper rivets, and stays cool for as long as a sauce takes.',
      'Not for induction.',
      quernPromise,
      'Should you wonder what to cook in it first, make a lemon curd. In a thin pan over water it takes twenty minutes and some worry; in this one, over a low flame and stirring with a wooden spoon, it takes six. Polish the outside with salt and vinegar, or leave it to go brown like an old penny, as most of the cooks that we know do.',
    ],
    attributes: [
      ['Capacity', '1.7', 'l'],
      ['Diameter', '16', 'cm'],
      ['Wall', '2.0', 'mm'],
      ['Weight', '1.9', 'kg'],
      ['Lining', 'Tin, hand-wiped'],
    ],
    images: [
      'Copper saucepan with an iron handle, half full of amber caramel',
      'Silvery tin lining with the marks of wiping',
    ],
    createdAt: '2024-10-10T08:25:00Z',
    price: gbp(18500),
    stock: inStock(22),
    reviews: [
      bought(5, 'Caramel, finally', 'I used to be afraid of sugar.', 'Dom', '2025-01-30'),
      bought(4, null, "Needs polishing if you care about that. I don't.", 'Greta O.', '2025-05-06'),
    ],
  }),
  product({
    id: 'tetsubin-teapot',
    sku: 'SZ-A050-IW',
    gtin: '4965123050041',
    brand: morioka,
    categories: pots,
    name: '南部鉄器 急須「霰」0.5L',
    slug: 'nanbu-cast-iron-teapot-arare',
    summary:
      'A cast-iron teapot from Morioka with the hailstone pattern called arare, each of its 624 points pressed into the mould by hand. For half a litre of green tea, three small cups or one slow afternoon.',
    description: [
      'Iron has been cast in Morioka since the lords of Nanbu invited kettle makers from Kyoto in the seventeenth century. The Suzuhara foundry has been there for nine generations and still makes its moulds as the first one did, from river sand and clay, with a wooden template turned by hand.',
      'The pattern is called arare, hailstones. While the mould is damp, the maker presses each point into it with a small rod, row after row, so that the rows draw closer together towards the lid. There are 624 on this pot. A steady hand takes about three hours, and no two pots are exactly alike.',
      'Inside there is a thin black enamel and a basket of stainless steel for the leaves, deep enough to let them open. The enamel means that this is a pot for brewing and not for the fire: boil the water in a kettle, warm the pot, pour, wait.',
      'Empty it after use and leave the lid off until it is dry. The outside may be rubbed now and then with a cloth dipped in cold tea, whose tannins deepen the black.',
      'The handle is a separate piece of wrought iron, bent and hammered by another workshop three streets away, and made hollow so that it stays cool. It folds down, which makes the pot easier to store and a good deal easier to pack: it comes in a box of unvarnished paulownia, tied with a flat cotton ribbon and with the seal of the foundry inside the lid.',
    ],
    attributes: [
      ['Capacity', '0.5', 'l'],
      ['Weight', '1.3', 'kg'],
      ['Material', 'Cast iron, enamelled inside'],
      ['Origin', 'Morioka, Iwate, Japan'],
      ['Infuser', 'Stainless steel'],
    ],
    images: [
      'Round black iron teapot covered in small points, on a tray of dark wood',
      'The lid seen from above, with a knob in the shape of a plum',
      'Tea leaves opening in the steel basket',
    ],
    createdAt: '2024-04-02T01:30:00Z',
    price: gbp(9600),
    stock: inStock(18),
    reviews: [
      bought(
        5,
        '一生もの',
        '盛岡の祖母の家にあったものと同じ柄で、懐かしくなりました。注ぎ口の切れもよく、毎日使っています。',
        '千葉 さやか',
        '2024-08-15',
      ),
      bought(5, null, 'Keeps tea hot long enough to forget about it and still be pleased.', 'Owen R.', '2025-02-02'),
      bought(
        3,
        'Small',
        'Gorgeous, but half a litre is one mug and a bit where I come from.',
        'Big Trev',
        '2025-10-19',
      ),
    ],
    translations: {
      'ja-JP': {
        name: '南部鉄器 急須「霰」0.5L',
        summary:
          '盛岡の鈴原鋳造が手がける霰文様の急須です。六百二十四の粒を一つずつ手で型に押しています。容量は半リットル、小ぶりの湯呑みで三杯分。',
        description: [
          '盛岡の鋳物は、十七世紀に南部藩主が京都から釜師を招いたことに始まります。鈴原鋳造は九代続く工房で、初代と同じように川砂と粘土で鋳型を作り、木型を手で回して形を出しています。',
          '霰の文様は、鋳型がまだ湿っているうちに、細い棒で一粒ずつ押してつけます。列は蓋に近づくほど細かくなります。この急須には六百二十四粒。慣れた職人でも三時間ほどかかり、二つとして同じものはありません。',
          '内側は薄い琺瑯引きで、茶葉がよく開く深いステンレスの茶こしが付いています。直火にはかけられません。お使いのあとは中を空け、乾くまで蓋を外しておいてください。',
        ],
      },
    },
  }),
  product({
    id: 'dallah-coffee-pot',
    sku: 'BN-DL-07',
    brand: souq,
    categories: pots,
    name: 'دلة قهوة نحاسية بنقش يدوي',
    slug: 'engraved-brass-dallah-coffee-pot',
    summary:
      'A dallah, the long-beaked Arab coffee pot, raised from sheet brass in Cairo and engraved by hand. Makes eight small cups of cardamom coffee and is handed round from the left hand.',
    description: [
      'In the lane behind Khan el-Khalili where the coppersmiths work you hear the shop before you see it. Bayt al-Nahas raises its pots from flat sheet over iron stakes, with a few hundred blows for the belly and a few hundred more for the neck, and solders on the beak last of all.',
      'The engraving is cut freehand with a burin: a band of kufic around the shoulder, vine leaves below, and on each pot one small bird, somewhere, that is not in the pattern. It takes a while to find.',
      'The pot is tinned inside and holds 700 millilitres. Boil lightly roasted coffee in it with crushed cardamom for ten minutes, let it settle, and pour through a twist of palm fibre in the spout. It can stand on gas or on charcoal; for an electric hob use a trivet.',
      'Brass darkens. Half a lemon brightens it, and so does leaving it alone for a hundred years, in another way.',
      'It is a working pot and not a souvenir: the lid is hinged with a pin that can be driven out, the knob is riveted, and the tin inside can be renewed by any tinsmith, or by us. Sold as one piece with a card that bears the name of the man who made it.',
      'There is an order to the pouring. The one who serves stands, with the pot in the left hand and the cups in the right, begins with the guest of honour and fills each cup by a third only. A full cup is a hint to leave. Whoever has had enough tilts the cup from side to side; until then the pot keeps coming back.',
    ],
    attributes: [
      ['Capacity', '700', 'ml'],
      ['Height', '27', 'cm'],
      ['Material', 'Brass, tinned inside'],
      ['Origin', 'Cairo, Egypt'],
    ],
    images: [
      'Engraved brass coffee pot with a long curved beak beside small white cups',
      'Engraved band with vine leaves and a small bird',
    ],
    createdAt: '2025-05-21T16:45:00Z',
    price: gbp(7400),
    stock: lowStock(3),
    reviews: [
      bought(5, 'تحفة', 'النقش دقيق والوزن متوازن. وجدت الطائر بعد يومين!', 'عبد الرحمن السيد', '2025-08-29'),
      bought(5, null, 'Exactly like the one my aunt in Aswan would not let us touch.', 'Dina H.', '2025-12-12'),
      bought(
        4,
        'Beautiful object',
        'Bought to look at, now used on Fridays. Still have not found the bird.',
        'Alistair',
        '2026-03-07',
      ),
    ],
    translations: {
      'ar-EG': {
        name: 'دلة قهوة نحاسية بنقش يدوي',
        summary:
          'دلة طويلة المنقار مشغولة من ألواح النحاس في القاهرة ومنقوشة باليد. تكفي ثمانية فناجين من القهوة العربية بالهيل.',
        description: [
          'في الحارة التي خلف خان الخليلي تسمع صوت المطارق قبل أن ترى الورشة. في بيت النحاس تُرفع الدلة من لوح مستوٍ على سنادين الحديد، بمئات الضربات للبطن ومئات أخرى للعنق، ثم يُلحم المنقار في آخر العمل.',
          'النقش محفور باليد دون قالب: شريط من الخط الكوفي حول الكتف، وتحته أوراق العنب، وفي كل دلة طائر صغير لا مكان له في الرسم، يحتاج العثور عليه إلى بعض الصبر.',
          'الدلة مبيضة من الداخل وتسع سبعمئة مليلتر. تُغلى فيها القهوة الشقراء مع الهيل المجروش عشر دقائق، ثم تُترك لتصفو وتُصب. تصلح للغاز والفحم، وللموقد الكهربائي تُستعمل معها قاعدة.',
        ],
      },
    },
  }),
  product({
    id: 'sourdough-kit',
    sku: 'QS-BAKE-SET-4',
    brand: quern,
    categories: baking,
    name: 'Complete sourdough baker’s set with proving basket, linen liner, dough scraper, scoring blade, starter jar, thermometer and a live rye starter',
    slug: 'complete-sourdough-bakers-set',
    summary:
      'Everything that a first loaf needs and nothing that it does not, in a box that is itself the proving chamber. The starter is alive: please be at home.',
    description: [
      'Most people give up sourdough for want of one small thing: the bowl is wrong, the kitchen is cold, the blade is blunt. This set was put together by the three women who teach the Saturday course at our mill in Stroud, who know all the reasons by now.',
      'There is a basket of pulped spruce for loaves of up to one kilogram, with a washed linen liner; a steel scraper; a blade on a beech stick with five spares; a jar with a loose lid and a band to mark the rise; and a thermometer with a probe thin enough not to leave a hole. The card box has a sheet of wool felt in it, and with a jar of hot water beside the basket it keeps 26 degrees for three hours.',
      'The starter has been at the mill since 1987 and came from a bakery in Aarhus. It is sent in a sealed pouch on Mondays and Tuesdays, so that it never spends a weekend in a depot. Feed it on the day it arrives. The booklet tells you how, and what to do when it sulks.',
      'The booklet has one recipe in it, told over forty pages with photographs of every stage, including the failures.',
      quernPromise,
      'Flour is not included, since the best flour is the one that is milled near to you. For the first loaf take a strong white with a fifth of wholemeal in it; when that has worked twice you may do as you like. Those who come to a Saturday course within a year of buying the set get its price taken off the fee, and those who bring a loaf get lunch.',
    ],
    attributes: [
      ['Basket', 'Spruce pulp, 24 cm'],
      ['Largest loaf', '1', 'kg'],
      ['Contents', '9 pieces'],
      ['Booklet', '40', 'pages'],
    ],
    images: [
      'Proving basket, jar of bubbling starter, scraper and blade on a floured table',
      'Scored round loaf beside the open box',
      'Booklet open at a page of flat, failed loaves',
    ],
    createdAt: '2024-11-08T11:11:00Z',
    price: gbp(5200, 4680),
    stock: inStock(64),
    related: ['bread-knife', 'cast-iron-casserole', 'seville-marmalade', 'gooseneck-kettle'],
    reviews: [
      bought(5, 'It rose!', 'Third attempt in my life, first success. I may have cried 🥲🍞', 'Steph', '2025-01-04'),
      bought(
        4,
        null,
        'Starter came lively. Name suggestions welcome, we are between "Clint Yeastwood" and "Doughlene".',
        'The Nwosus',
        '2025-03-09',
      ),
      bought(
        3,
        'Nice, no peel',
        'All good quality but you also need a heavy pot, which is not mentioned on the box.',
        'Viktor',
        '2025-11-15',
      ),
    ],
  }),
];

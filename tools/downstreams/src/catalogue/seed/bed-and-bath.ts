import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, outOfStock, product } from './product.ts';

const root = category('c800', 'Bed and bath');
const bed = category('c810', 'Bed');
const linen = [root, bed, category('c811', 'Bed linen')];
const blankets = [root, bed, category('c812', 'Blankets and pillows')];
const bath = [root, category('c820', 'Towels and mats')];

const thistlebeck = { id: 'thistlebeck-mill', name: 'Thistlebeck Mill' };
const hvitfell = { id: 'hvitfell', name: 'Hvitfell' };

const linenCare =
  'Wash at 40 degrees with others of its colour, leave out the softener, and hang it up damp. Linen does not need ironing; it needs somebody to stop minding.';

const thistlebeckNote =
  'Everything from Thistlebeck Mill can be traced by the number on its label to a loom, a weaver and a week. Visitors are welcome on Wednesdays, when the wheel is turning. Moth holes, dog holes and burns are darned by hand in a matching yarn for the price of an hour’s work.';

const hvitfellNote =
  'Hvitfell makes plain things for bedrooms and bathrooms, from plants that need little water, and says on each label who grew, spun, wove and sewed it. There are no seasons and no sales of last year’s colours, because last year’s colours are still here.';

export const bedAndBath: CatalogueEntry[] = [
  product({
    id: 'linen-duvet-cover',
    sku: 'HV-LIN-DC',
    gtin: '5704123001177',
    brand: hvitfell,
    categories: linen,
    name: 'Washed linen duvet cover',
    summary:
      'European flax, woven and stone-washed in Lithuania until it feels as though it had been yours for years: cool in July, warm in January, and better every time it comes off the line.',
    description: [
      'Flax grows in a strip along the Channel from Caen to Amsterdam, where the mist comes in at the right week in summer to rot the stalks just enough. Nearly all of the world’s good linen starts there. Ours is spun wet, woven at 170 grams to the square metre, dyed as yarn, sewn, and then washed with pumice for an hour and a half.',
      'Linen can take up a fifth of its own weight in water before it feels damp, and gives it back to the room by morning. That is why it is cool in summer and, with a duvet inside, not clammy in winter. It is also the reason why hotels with a great deal of money have it.',
      'The cover closes with coconut buttons along a hidden placket and has a tie in each corner that holds the duvet where it belongs. The seams are French, so there are no raw edges inside either. We make it in three sizes and two colours at a time; when a dye lot is finished the next will be a shade different, and we will tell you so.',
      linenCare,
    ],
    attributes: [
      ['Material', '100 % linen'],
      ['Weight', '170', 'g/m²'],
      ['Closure', 'Coconut buttons'],
      ['Certificate', 'OEKO-TEX Standard 100'],
      ['Woven in', 'Lithuania'],
    ],
    images: [
      'Unmade bed with a rumpled oatmeal linen cover in morning light',
      'Corner of the cover turned back to show a linen tie',
      'Row of brown coconut buttons',
      'Two folded covers, oatmeal and slate blue, on a chair',
    ],
    variants: [
      { id: 'linen-duvet-cover-single-oat', sku: 'HV-LIN-DC-S-OAT', options: { Size: 'Single', Colour: 'Oatmeal' } },
      { id: 'linen-duvet-cover-double-oat', sku: 'HV-LIN-DC-D-OAT', options: { Size: 'Double', Colour: 'Oatmeal' } },
      { id: 'linen-duvet-cover-king-oat', sku: 'HV-LIN-DC-K-OAT', options: { Size: 'King', Colour: 'Oatmeal' } },
      {
        id: 'linen-duvet-cover-single-blue',
        sku: 'HV-LIN-DC-S-BLU',
        options: { Size: 'Single', Colour: 'Slate blue' },
      },
      {
        id: 'linen-duvet-cover-double-blue',
        sku: 'HV-LIN-DC-D-BLU',
        options: { Size: 'Double', Colour: 'Slate blue' },
      },
      { id: 'linen-duvet-cover-king-blue', sku: 'HV-LIN-DC-K-BLU', options: { Size: 'King', Colour: 'Slate blue' } },
    ],
    createdAt: '2023-04-04T08:40:00Z',
    price: gbp(17500, 14000),
    stock: inStock(167),
    reviews: [
      bought(5, null, 'Worth the wait and the price.', 'Camilla R.', '2023-06-27'),
      bought(
        4,
        'Nearly perfect',
        'Wish that it came in super king. We are tall and there are three of us if you count the whippet.',
        'Ptolemy',
        '2023-12-09',
      ),
      bought(5, null, 'Slept like a loaf.', 'Ned', '2024-07-23'),
      bought(1, 'Creases', 'Looks like an unmade bed even when the bed is made.', 'Beverley', '2025-01-08'),
      bought(
        5,
        'Preciosa',
        'Suave desde el primer día y fresca en agosto, que en Sevilla ya es decir.',
        'Rocío',
        '2025-09-02',
      ),
      bought(4, null, 'Farbe etwas dunkler als erwartet, Qualität erstklassig.', 'Ines', '2025-12-03'),
      bought(
        5,
        null,
        'Two years old, washed every week, better than new.\n\nI have nothing to complain about and it is bothering me.',
        'Hester',
        '2026-07-19',
      ),
      bought(
        5,
        'Never going back',
        'Two heatwaves and a broken boiler. Comfortable in all three.',
        'Francesca',
        '2023-09-13',
      ),
      bought(4, null, 'Fluff for the first three washes. After that bliss.', 'Ailsa', '2024-01-15'),
      bought(
        5,
        'Traumhaft',
        'Fühlt sich vom ersten Tag an weich an. Die Bänder in den Ecken sind Gold wert.',
        'Susanne L.',
        '2024-05-21',
      ),
      bought(
        2,
        'Colour',
        'The blue is greyer than on my screen and the second one, bought later, did not match the first. They do warn you.',
        'Geraint',
        '2024-09-27',
      ),
      bought(5, null, 'Du lin comme chez ma grand-mère.', 'Hortense', '2025-06-30'),
      bought(5, '最高の寝心地', '夏はさらっと、冬は暖かい。もう綿には戻れません。', '中村 香織', '2025-08-24'),
      bought(
        3,
        null,
        'Lovely fabric. Two buttons came off in the first month; I sewed them back on.',
        'R. Nandakumar',
        '2026-03-11',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'Bettbezug aus gewaschenem Leinen',
        summary:
          'Europäischer Flachs, in Litauen gewebt und so lange mit Stein gewaschen, bis er sich anfühlt, als gehörte er Ihnen schon seit Jahren: kühl im Juli, warm im Januar und mit jedem Mal auf der Leine besser.',
        description: [
          'Flachs wächst auf einem Streifen am Kanal zwischen Caen und Amsterdam, wo der Nebel im Sommer zur rechten Zeit kommt und die Stängel gerade genug röstet. Von dort kommt fast alles gute Leinen der Welt. Unseres wird nass gesponnen, mit 170 Gramm je Quadratmeter gewebt, genäht und dann anderthalb Stunden lang mit Bimsstein gewaschen.',
          'Leinen nimmt ein Fünftel seines Gewichts an Wasser auf, ehe es sich feucht anfühlt, und gibt es bis zum Morgen wieder ab. Deshalb ist es im Sommer kühl und im Winter niemals klamm.',
          'Geschlossen wird der Bezug mit Kokosknöpfen unter einer verdeckten Leiste; in jeder Ecke hält ein Band die Decke fest. Bei 40 Grad waschen, Weichspüler weglassen, feucht aufhängen. Bügeln muss man ihn nicht.',
        ],
      },
      'fr-FR': {
        name: 'Housse de couette en lin lavé',
        summary:
          'Du lin européen, tissé en Lituanie et lavé à la pierre jusqu’à donner l’impression d’avoir toujours été à vous : frais en juillet, chaud en janvier, et plus doux à chaque lessive.',
        description: [
          'Le lin pousse sur une bande de terre qui longe la Manche, de Caen à Amsterdam, là où la brume d’été rouit les tiges juste ce qu’il faut. Presque tout le bon lin du monde vient de là. Le nôtre est filé au mouillé, tissé à 170 grammes au mètre carré, cousu, puis lavé une heure et demie à la pierre ponce.',
          'Le lin absorbe un cinquième de son poids d’eau avant de paraître humide, et le rend à la chambre avant le matin. D’où sa fraîcheur en été et, couette à l’intérieur, son confort en hiver.',
          'La housse se ferme par des boutons de coco sous patte, et un lien dans chaque coin retient la couette. Lavez à 40 degrés, sans adoucissant, et étendez humide. Le repassage est facultatif, pour ne pas dire déplacé.',
        ],
      },
    },
  }),
  product({
    id: 'linen-pillowcases',
    sku: 'HV-LIN-PC2',
    gtin: '5704123002167',
    brand: hvitfell,
    categories: linen,
    name: 'Washed linen pillowcases, set of two',
    summary: 'The same cloth as the duvet cover, with an envelope closure and no buttons to find with your ear.',
    description: [
      'A pillowcase is the part of a bed that you notice. These are cut from the same washed linen as our duvet covers, a little finer, at 155 grams, because a cheek is more particular than a knee.',
      'The back has a flap of twenty-two centimetres, deep enough to keep the pillow in through the night of a restless sleeper. There are no buttons, no zips and no piping. The side seams are French and the hem is stitched with linen thread.',
      'The linen creases, of course. It creases in large soft folds rather than in the sharp little lines of cotton, and by the second night you will have stopped seeing them.',
      linenCare,
      hvitfellNote,
      'We dye both the covers and the cases in the same vat where we can, so they match when they are bought together. Bought apart they may differ by the depth of one cup of tea. If that would trouble you, leave a note with the order and we will look through the shelves for the right lot.',
    ],
    attributes: [
      ['Material', '100 % linen'],
      ['Size', '50 × 75', 'cm'],
      ['Weight', '155', 'g/m²'],
      ['Closure', 'Envelope flap'],
    ],
    images: ['Two oatmeal pillowcases on a bed against a white wall', 'Envelope flap folded open on the back'],
    variants: [
      { id: 'linen-pillowcases-oat', sku: 'HV-LIN-PC2-OAT', options: { Colour: 'Oatmeal' } },
      { id: 'linen-pillowcases-blue', sku: 'HV-LIN-PC2-BLU', options: { Colour: 'Slate blue' } },
    ],
    createdAt: '2023-04-04T08:50:00Z',
    price: gbp(5200),
    stock: inStock(301),
    reviews: [
      bought(5, null, 'My hair thanks you.', 'Zainab', '2024-03-08'),
      bought(
        4,
        'Runs small',
        'Tight on my big square continental pillow but that is my pillow.',
        'Lotte',
        '2025-01-23',
      ),
    ],
  }),
  product({
    id: 'merino-blanket-undyed-herringbone-190-by-140-from-thistlebeck-mi',
    sku: 'TBM-BL-190140-HB-UND',
    brand: thistlebeck,
    categories: blankets,
    name: 'Undyed herringbone blanket',
    summary: 'Wool from sheep of three colours, woven as it grew: cream, fawn and the brown that is called black.',
    description: [
      'Nothing in this blanket has been dyed. Cream comes from Bluefaced Leicester, fawn from Manx Loaghtan, and the dark from Hebrideans who were black when they were born and have bleached a little in the rain. Merino from the Falklands, one part in four, makes it soft enough for a neck.',
      'Thistlebeck Mill has stood beside its beck in Cumbria since 1796. It has two looms from 1952 that clatter like a train over points, and one that does not. The herringbone is woven on the old ones, because the modern one makes it too even.',
      'After weaving it goes through the stocks, a pair of oak hammers that beat it in warm water and soap until the threads close up. Then it is raised with teazels, real ones, which are grown for us on half an acre in Somerset. Nobody has yet made a wire brush that gives way at the right moment as a teazel does.',
      'Air it often and wash it seldom. If moths are a worry, freeze it in a bag for three days every spring.',
      'One blanket takes the fleeces of about three sheep and eleven days, most of them spent waiting for something to dry. A label sewn into one corner says which flocks it came from and who was at the loom. The fringe is twisted by hand by two sisters in the next village, who can be recognised, if you know what to look for, by which way they turn it.',
    ],
    attributes: [
      ['Size', '190 × 140', 'cm'],
      ['Weight', '1150', 'g'],
      ['Material', '75 % British wool, 25 % merino'],
      ['Fringe', 'Twisted, 8 cm'],
    ],
    images: [
      'Herringbone blanket in cream and brown over the arm of a leather chair',
      'Close view of the weave with the three natural colours',
      'Loom of dark iron with the blanket half woven',
    ],
    createdAt: '2024-10-01T10:01:00Z',
    price: gbp(16500),
    stock: inStock(39),
    reviews: [
      bought(
        5,
        'Warm as toast',
        'Heating off, blanket on, dog underneath. Smells very faintly of sheep when it is damp, and so does the dog.',
        'Morag',
        '2024-12-18',
      ),
      bought(4, null, 'A bit scratchy on bare arms. Softer after a month.', 'Hal', '2025-02-10'),
      bought(5, null, 'Wunderbar schwer und warm, Farben wie auf dem Bild.', 'Gesine', '2025-11-29'),
    ],
  }),
  product({
    id: 'wool-pillow',
    sku: 'TBM-PW-5075',
    brand: thistlebeck,
    categories: blankets,
    name: 'Adjustable wool pillow',
    summary:
      'Filled with little balls of wool that do not pack down, with a zip through which you take out what you do not need.',
    description: [
      'No two necks are alike, and yet pillows come in soft, medium and firm. This one comes too full. There is a zip along the side: sleep on it for one night, take out a handful, sleep again, and stop when you forget about it. The handfuls go into the bag that comes with it, for the day when you change your mind.',
      'The filling is wool rolled into balls the size of hazelnuts. They slip past each other, so that the pillow can be pushed into any shape, but they do not tangle into a mat as loose wool does. It is washed in soda and has no treatment of any sort.',
      'Wool moves damp away from the skin all night long. People who wake up hot say that it helps; dust mites, who like it moist, say that it does not.',
      'The cover is cotton sateen and may be washed at 60 degrees. The wool wants a day in the sun twice a year.',
      thistlebeckNote,
    ],
    attributes: [
      ['Size', '50 × 75', 'cm'],
      ['Filling', 'British wool, 1.4 kg'],
      ['Cover', 'Cotton sateen, 300 thread'],
      ['Height', '8–16', 'cm'],
    ],
    images: ['White pillow with a zip half open and small balls of wool spilling out', 'Cotton bag of spare filling'],
    createdAt: '2025-01-27T09:20:00Z',
    price: gbp(6900),
    stock: inStock(88),
    reviews: [
      bought(5, 'Took out four handfuls', 'Four is my number. My husband is a two.', 'Bernadette', '2025-04-17'),
      bought(2, null, 'Lumpy. I gave it a month.', 'Craig', '2025-06-20'),
      bought(4, 'Gut', 'Kein Schwitzen mehr. Raschelt anfangs ein wenig.', 'Elke', '2025-09-14'),
    ],
  }),
  product({
    id: 'hot-water-bottle',
    sku: 'TBM-HWB',
    brand: thistlebeck,
    categories: blankets,
    name: 'Hot-water bottle in a felted cover',
    summary: 'Natural rubber, two litres, in a cover made of the ends of blankets, so no two are the same.',
    description: [
      'When a blanket comes off the loom there is half a metre at each end that is no use to anybody. For two hundred years it went to line clogs. Now it goes round hot-water bottles.',
      'The bottle is natural rubber, moulded in Germany to the British standard, ribbed on one side for gentle heat and smooth on the other for fierce. The neck is wide enough to fill from a kettle without a funnel. A date is stamped on it in the form of a daisy; after three years buy a new bottle and keep the cover.',
      'The cover is felted and brushed like the blankets, overlaps at the back, and is closed by one horn button. Which pattern you get is up to the looms. If you are set on a colour, write it in the notes and we shall see what is in the basket.',
      thistlebeckNote,
      'Fill it to two thirds with water that has come off the boil, press out the air until you can see the water in the neck, and screw the stopper in by hand. It will be hot at ten, warm at two and still friendly at six. Never sit on it; those who invented that rule had their reasons.',
    ],
    attributes: [
      ['Capacity', '2', 'l'],
      ['Bottle', 'Natural rubber, BS 1970'],
      ['Cover', 'Wool, horn button'],
      ['Weight', '520', 'g'],
    ],
    images: ['Hot-water bottle in a grey checked cover on a made bed', 'Basket of covers in many patterns'],
    createdAt: '2023-10-30T16:00:00Z',
    price: gbp(3400),
    stock: lowStock(7, 10),
    reviews: [
      bought(5, null, 'Mine is green with one red line in it and I would not swap.', 'Mabel', '2023-12-21'),
      bought(5, 'Stays warm till morning', 'The felt makes all the difference.', 'Ivo', '2024-11-19'),
      bought(5, null, 'Cadeau parfait pour les frileuses.', 'Lison', '2025-12-24'),
    ],
  }),
  product({
    id: 'waffle-towel',
    sku: 'HV-TWL-100',
    gtin: '5704123100177',
    brand: hvitfell,
    categories: bath,
    name: 'Waffle bath towel, 100 × 150 cm',
    slug: 'waffle-bath-towel',
    summary: 'Thirsty, light and dry again within three hours, even in a bathroom without a window.',
    description: [
      'Terry loops soak up water and then keep it. A waffle weave does the first and not the second: the little walls stand up, take the water and hold it out to the air. This towel is as large as a small sheet, weighs less than half of what a hotel towel does, and is dry before the next person wants it.',
      'It is woven in Portugal of long-fibred cotton with a third of linen in it, which gives it a bit of bite. If you like your towels fluffy you will not like this one. If you like to be dry you will.',
      'It shrinks by about eight per cent in the first wash, into its squares, and we weave it larger by as much. There is a loop on the long side as well as on the short, because hooks differ.',
      'Wash at 60 degrees, tumble if you must, and use no softener: it is wax, and wax does not drink.',
      hvitfellNote,
    ],
    attributes: [
      ['Size after washing', '100 × 150', 'cm'],
      ['Material', '65 % cotton, 35 % linen'],
      ['Weight', '260', 'g/m²'],
      ['Woven in', 'Guimarães, Portugal'],
    ],
    images: [
      'Large white waffle towel hanging from a wooden peg',
      'Close view of the square cells of the weave',
      'Towels in white, sand and clay, folded in a pile',
    ],
    variants: [
      { id: 'waffle-towel-white', sku: 'HV-TWL-100-WHT', options: { Colour: 'White' } },
      { id: 'waffle-towel-sand', sku: 'HV-TWL-100-SND', options: { Colour: 'Sand' } },
      { id: 'waffle-towel-clay', sku: 'HV-TWL-100-CLY', options: { Colour: 'Clay' } },
    ],
    createdAt: '2024-06-24T07:15:00Z',
    price: gbp(3800, 3040),
    stock: inStock(540),
    reviews: [
      bought(5, 'Dries like magic', 'Basement flat, no window, no more musty smell.', 'Ayesha', '2024-09-09'),
      bought(3, null, 'Not cosy. Practical.', 'Bill', '2024-12-12'),
      bought(5, 'عملية جدا', 'تجف بسرعة وخفيفة في السفر.', 'رانيا', '2025-07-15'),
      bought(4, null, 'Trocknet wirklich schnell, etwas rau auf der Haut – ich mag das.', 'Holger', '2026-01-31'),
    ],
    translations: {
      'ar-EG': {
        name: 'منشفة حمام بنسيج الوافل، 100 × 150 سم',
        summary: 'منشفة خفيفة تشرب الماء وتجف خلال ثلاث ساعات، حتى في حمام بلا نافذة.',
        description: [
          'المناشف ذات العُرى تمتص الماء ثم تحتفظ به، أما نسيج الوافل فيمتصه ويعرضه للهواء: جدران المربعات الصغيرة ترتفع وتحمل الماء بعيدا. هذه المنشفة كبيرة كملاءة صغيرة، ووزنها أقل من نصف وزن مناشف الفنادق، وتجف قبل أن يحتاجها من بعدك.',
          'تُنسج في البرتغال من القطن طويل التيلة مع ثلث من الكتان يمنحها خشونة لطيفة. إن كنت تحب المناشف المنفوشة فلن تعجبك، وإن كنت تحب أن تجف فستعجبك.',
          'تُغسل على ستين درجة من غير منعّم للأقمشة، لأن المنعّم شمع والشمع لا يشرب. وللتعليق عروتان، واحدة على كل ضلع.',
        ],
      },
    },
  }),
  product({
    id: 'cork-bath-mat',
    sku: 'HV-MAT-CRK',
    brand: hvitfell,
    categories: bath,
    name: 'Cork bath mat',
    summary: 'Warm underfoot at six in the morning, which is the only time that matters. Back next month.',
    description: [
      'Cork is bark with air in it, half a gas by volume, and that is the reason why it feels warm: it does not take the heat out of your foot. Tiles do, and so does a wet towel.',
      'This mat is a single slab of pressed granules, with no fabric to go sour. Water stays on the surface in beads and dries there. Stand it against the wall on its edge when you are done. Underneath there are nine feet of natural rubber that keep it where it is and let air through.',
      'The bark is stripped from the tree by hand, once in nine years, with an axe and a good deal of tact. The tree grows another.',
      'Oil it once a year with a few drops of linseed on a cloth if you want to keep it dark.',
      hvitfellNote,
      'If you have never stood upon cork with bare feet, it is a little like the crust of a loaf that has been out of the oven for ten minutes. It weighs enough to lie flat and little enough to be lifted by one corner with your toes, which is how most of us here seem to do it.',
    ],
    attributes: [
      ['Size', '60 × 45', 'cm'],
      ['Thickness', '22', 'mm'],
      ['Material', 'Cork, natural rubber'],
      ['Weight', '1.4', 'kg'],
    ],
    images: ['Brown cork mat with two wet footprints on it'],
    createdAt: '2025-11-03T08:00:00Z',
    price: gbp(4500),
    stock: outOfStock(31),
    reviews: [
      bought(5, null, 'Footprints vanish while you brush your teeth. Oddly satisfying.', 'Kimberley', '2026-02-08'),
      bought(4, 'Warm', 'A tad slippery on our polished floor until I wiped the feet.', 'E. Vasquez', '2026-05-27'),
    ],
  }),
];

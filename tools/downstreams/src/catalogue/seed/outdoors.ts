import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, preorder, product, unverified } from './product.ts';

const root = category('c500', 'Outdoors');
const camping = category('c510', 'Camping');
const tents = [root, camping, category('c511', 'Tents')];
const sleeping = [root, camping, category('c512', 'Sleeping bags')];
const stoves = [root, camping, category('c513', 'Stoves and mugs')];
const packs = [root, category('c520', 'Packs')];
const navigation = [root, category('c530', 'Lights and navigation')];

const skerry = { id: 'skerry', name: 'Skerry' };
const corrie = { id: 'corrie-works', name: 'Corrie Works' };

const skerryRepairs =
  'Skerry mends what Skerry makes. Send it clean and dry to the loft in Ullapool with a note about what happened; most things are back within three weeks, and the better the story, the likelier that there is no charge.';

const corriePromise =
  'Corrie Works is eight engineers in a shed at Kinlochleven with a waterfall behind it that drives the lathe. What we sell has been carried up something first. It is guaranteed for ten years against failing, and for ever against our being too proud to hear about it.';

export const outdoors: CatalogueEntry[] = [
  product({
    id: 'two-person-tent',
    sku: 'SKR-T2-26',
    gtin: '5037200026085',
    brand: skerry,
    categories: tents,
    name: 'Fulmar 2 tent',
    summary:
      'A two-person tunnel tent for bad weather: pitched in one piece from the outside, low at the back, high at the front, and calm in winds that flatten prettier tents. It weighs 2.4 kilograms and has never heard of glamping.',
    description: [
      'The Fulmar is the tent that we take ourselves when the forecast is poor, which in Ullapool is a way of saying always. It goes up outer and inner together, so that the inside stays dry, with two poles and eight pegs, in four minutes or in nine with gloves on.',
      'The fabric is nylon of 30 denier, coated with silicone on both sides. It is slippery, strong for its weight, and stretches when wet less than most; the guy lines have a bit of rubber in them that takes up the rest. All seams are sewn with a thread that swells in the rain, and the four that carry the load are bonded as well.',
      'Inside there is room for two people and their quarrels: 215 by 125 centimetres, and 102 high where you sit. The porch takes two packs, and still leaves space to cook with the door shut and the vent open. A line of pockets along the side is at the height of a hand that is looking for a torch.',
      'Poles are aluminium and can be bought singly, as can every clip. The groundsheet stands up to 5,000 millimetres of water and to most sheep.',
      skerryRepairs,
    ],
    attributes: [
      ['Sleeps', '2', 'people'],
      ['Weight', '2.4', 'kg'],
      ['Packed size', '46 × 15', 'cm'],
      ['Inner height', '102', 'cm'],
      ['Hydrostatic head, groundsheet', '5000', 'mm'],
      ['Poles', 'Aluminium, 9 mm'],
      ['Seasons', '4'],
    ],
    images: [
      'Dark green tunnel tent on a windy headland with the sea behind',
      'View out of the porch at two steaming mugs and rain',
      'Tent half pitched, with inner and outer going up together',
      'Row of pockets along the inner wall with a torch in one of them',
      'Packed tent beside a one-litre bottle',
    ],
    variants: [
      { id: 'two-person-tent-kelp', sku: 'SKR-T2-26-K', options: { Colour: 'Kelp green' } },
      { id: 'two-person-tent-rust', sku: 'SKR-T2-26-R', options: { Colour: 'Rust' } },
    ],
    createdAt: '2024-03-01T07:00:00Z',
    price: gbp(46500, 41900),
    stock: inStock(36),
    related: ['sleeping-bag', 'trail-stove', 'head-torch', 'daypack-22', 'enamel-mug', 'baseplate-compass'],
    reviews: [
      bought(
        5,
        'Bombproof',
        'Sixty-mile-an-hour gusts on Rannoch. Neighbours spent the night in their car. We slept.',
        'Fergus',
        '2024-06-03',
      ),
      bought(
        5,
        null,
        'Steht in fünf Minuten, auch bei Regen trocken innen. Genau so soll es sein.',
        'Katharina',
        '2024-08-30',
      ),
      bought(
        4,
        'Some condensation',
        'Like every tent with two skins in the Lakes in October, to be fair.',
        'Ruth P.',
        '2024-11-02',
      ),
      bought(4, null, 'Un peu lourde à deux, mais quelle solidité !', 'Yann Le Goff', '2025-07-28'),
      bought(2, 'Peg bag split', 'Peg bag split on the second trip and I lost three in the bog', 'Col', '2025-09-02'),
    ],
    translations: {
      'de-DE': {
        name: 'Zelt Fulmar 2',
        summary:
          'Ein Tunnelzelt für zwei und für schlechtes Wetter: Innen- und Außenzelt stehen in einem Zug, hinten niedrig, vorne hoch, und ruhig in einem Wind, der hübschere Zelte flachlegt. 2,4 Kilogramm schwer.',
        description: [
          'Das Fulmar nehmen wir selbst mit, wenn der Wetterbericht schlecht ist, in Ullapool also immer. Innen- und Außenzelt werden gemeinsam aufgebaut, deshalb bleibt es innen trocken: zwei Stangen, acht Heringe, vier Minuten, mit Handschuhen neun.',
          'Das Nylon mit 30 Denier ist beidseitig mit Silikon beschichtet, leicht und reißfest. Alle Nähte sind mit einem Faden genäht, der im Regen quillt. In den Abspannleinen steckt ein Stück Gummi, das nachgibt, wenn der Stoff sich dehnt.',
          'Innen ist Platz für zwei und ihre Meinungsverschiedenheiten: 215 mal 125 Zentimeter, 102 hoch, wo man sitzt. Die Apsis fasst zwei Rucksäcke, und kochen kann man darin auch noch, bei geschlossener Tür und offenem Lüfter.',
        ],
      },
      'fr-FR': {
        name: 'Tente Fulmar 2',
        summary:
          'Une tente tunnel pour deux et pour le mauvais temps : montée d’un seul tenant, basse à l’arrière, haute à l’avant, et calme dans des vents qui couchent de plus jolies qu’elle. 2,4 kilos.',
        description: [
          'La Fulmar est la tente que nous emportons nous-mêmes quand la météo est mauvaise, autrement dit toujours, à Ullapool. Toile intérieure et double toit se montent ensemble, si bien que l’intérieur reste sec : deux arceaux, huit sardines, quatre minutes, ou neuf avec des gants.',
          'Le nylon de 30 deniers est enduit de silicone sur les deux faces. Les coutures sont faites d’un fil qui gonfle sous la pluie, et un bout de caoutchouc dans les haubans rattrape ce que la toile mouillée a pris de longueur.',
          'À l’intérieur, il y a place pour deux personnes et leurs disputes : 215 centimètres sur 125, et 102 de haut là où l’on s’assied. L’abside accueille deux sacs et laisse encore de quoi cuisiner à l’abri.',
        ],
      },
    },
  }),
  product({
    id: 'sleeping-bag',
    sku: 'SKR-SB-M7',
    gtin: '5037200070712',
    brand: skerry,
    categories: sleeping,
    name: 'Eider down sleeping bag, −7 °C',
    summary:
      'Six hundred grams of traceable duck down in a shell that breathes, cut for people who sleep on their side and turn over.',
    description: [
      'Mummies lie on their backs with their arms crossed. Most of us do not. The Eider is cut wider at the knee and follows you when you turn, because the zip runs down the front and the hood is joined at the neck instead of along the shoulders.',
      'The down is white duck, 750 cubic inches to the ounce, from farms whose names are on the label and where nothing is plucked alive. It sits in trapezoid chambers, more above than below, since what you lie upon does not keep you warm. Comfort for an average woman is minus one; an average man will be comfortable at minus seven, and surprised.',
      'There is a collar with one cord, a pocket for a telephone that you want to be alive in the morning, and a zip with a strip behind it that has not yet eaten anything.',
      'Wash it no more than once in two years, in a large machine with down soap, and dry it slowly with three tennis balls. Store it loose in the cotton bag and never in the stuff sack.',
      skerryRepairs,
    ],
    attributes: [
      ['Comfort', '−1', '°C'],
      ['Lower limit', '−7', '°C'],
      ['Fill', '600', 'g'],
      ['Weight', '1080', 'g'],
      ['Fits up to', '185', 'cm'],
      ['Packed size', '32 × 19', 'cm'],
    ],
    images: [
      'Deep blue down sleeping bag unrolled inside a tent',
      'Sleeper lying on her side in the bag with knees bent',
      'Label with the names of four farms',
    ],
    variants: [
      { id: 'sleeping-bag-regular-left', sku: 'SKR-SB-M7-RL', options: { Length: 'Regular', Zip: 'Left' } },
      { id: 'sleeping-bag-regular-right', sku: 'SKR-SB-M7-RR', options: { Length: 'Regular', Zip: 'Right' } },
      { id: 'sleeping-bag-long-left', sku: 'SKR-SB-M7-LL', options: { Length: 'Long', Zip: 'Left' } },
      { id: 'sleeping-bag-long-right', sku: 'SKR-SB-M7-LR', options: { Length: 'Long', Zip: 'Right' } },
    ],
    createdAt: '2023-09-01T07:00:00Z',
    price: gbp(29500),
    stock: inStock(81),
    related: ['two-person-tent', 'trail-stove', 'head-torch', 'hot-water-bottle'],
    reviews: [
      bought(5, 'Side sleepers unite', 'First bag in which I have not woken up strangled.', 'Tamsin', '2023-11-27'),
      bought(4, null, 'Warm. Zip is good. Wish it came in a colour my dog is not.', 'M. Eriksen', '2024-10-14'),
      bought(5, null, '寒い夜でも快適でした。寝返りが打てるのが嬉しいです。', '山本', '2025-02-23'),
    ],
  }),
  product({
    id: 'trail-stove',
    sku: 'CW-ST-004',
    gtin: '5060837004096',
    brand: corrie,
    categories: stoves,
    name: 'Ember 4 multi-fuel trail stove',
    summary:
      'Burns gas, petrol or paraffin through one jet, simmers as well as it roars, and folds into its own pan. The whole first lot is spoken for; order for the second.',
    description: [
      'A stove that burns anything usually burns all of it at full blast. The Ember 4 has two valves, one at the bottle and one at the burner, and the second is the one that lets you make porridge. Turn it down until you can hear the wind again and it will stay there.',
      'One jet does for all fuels. The change takes a quarter turn and no tool, and a wire inside the jet cleans it when you shake the stove, which you will do anyway. The legs fold out to a triangle wide enough for a big pan; the pot supports are toothed so that a small one does not skate.',
      'It weighs 310 grams without the bottle. A litre of snow becomes a litre of tea in seven minutes and some. There is a windshield, a pouch of spares, a spanner with a bottle opener at the other end, and an instruction sheet that is printed on cloth.',
      'Pre-orders are sent in the order in which they came in. We take no money until the parcel is on the van.',
      corriePromise,
      'The first lot went to a survey team in the Cairngorms, a school in Oban and a woman who walked from Muckle Flugga to the Lizard in a kilt. Their remarks are printed on the back of the cloth. We changed two things after reading them: the pump is now longer by a thumb, and the pouch is orange instead of green, so that one finds it in the heather.',
    ],
    attributes: [
      ['Fuels', 'Gas, petrol, paraffin'],
      ['Weight', '310', 'g'],
      ['Output', '2.9', 'kW'],
      ['Boil time, 1 l', '3:40', 'min'],
      ['Packed size', '11 × 11 × 7', 'cm'],
    ],
    images: [
      'Small stove with a blue flame on a flat rock at dawn',
      'Stove folded inside a pan',
      'Instruction sheet printed on orange cloth',
    ],
    createdAt: '2026-07-14T08:00:00Z',
    price: gbp(15900),
    stock: preorder(0, 62),
    reviews: [
      unverified(
        5,
        'Tried it at a show',
        'They let me simmer an egg. I have put my name down.',
        'Harjit',
        '2026-08-02',
      ),
    ],
  }),
  product({
    id: 'enamel-mug',
    sku: 'CW-MUG-35',
    gtin: '5060837035021',
    brand: corrie,
    categories: stoves,
    name: 'Enamel mug, 350 ml',
    summary: 'Steel, two coats of enamel, a rim that will not burn your lip. Chips with honour.',
    description: [
      'Pressed from a single disc of steel, dipped twice and fired twice. There is a great deal of sentiment about enamel mugs and most of it is deserved: they weigh nothing, they go on the fire, they ring when you set them down on a stone, and after ten years every chip is a place.',
      'This one has a rolled stainless rim, because bare enamel takes the heat of the tea straight to the lip, and a handle with room for three fingers in a glove. The base is flat and will stand on a small stove without sliding.',
      'Where it chips, the steel underneath may rust a little; rub it with oil. It is fine in a dishwasher and never in a microwave.',
      'Schools, huts and expeditions ask for these in quantity, so there are prices for quantities. We print them too, from a hundred: write to us.',
      corriePromise,
    ],
    attributes: [
      ['Capacity', '350', 'ml'],
      ['Weight', '132', 'g'],
      ['Height', '8', 'cm'],
      ['Material', 'Enamelled steel'],
    ],
    images: ['Cream enamel mug with a black rim on a mossy rock', 'Six mugs in six colours hanging from a line'],
    variants: [
      { id: 'enamel-mug-cream', sku: 'CW-MUG-35-01', options: { Colour: 'Cream' } },
      { id: 'enamel-mug-slate', sku: 'CW-MUG-35-02', options: { Colour: 'Slate' } },
      { id: 'enamel-mug-pine', sku: 'CW-MUG-35-03', options: { Colour: 'Pine' } },
      { id: 'enamel-mug-sky', sku: 'CW-MUG-35-04', options: { Colour: 'Sky' } },
      { id: 'enamel-mug-red', sku: 'CW-MUG-35-05', options: { Colour: 'Pillar-box red' } },
      { id: 'enamel-mug-mustard', sku: 'CW-MUG-35-06', options: { Colour: 'Mustard' } },
    ],
    createdAt: '2023-05-25T09:00:00Z',
    price: gbp(1050, 895, {
      tiers: [
        { minQuantity: 4, amountMinor: 850 },
        { minQuantity: 12, amountMinor: 780 },
        { minQuantity: 50, amountMinor: 690 },
        { minQuantity: 100, amountMinor: 595 },
      ],
    }),
    stock: inStock(4820),
    reviews: [
      bought(5, null, 'Ting.', 'Lowri', '2023-08-07'),
      bought(
        5,
        '48 for the scout hut',
        'Good price for quantity, arrived packed in straw, not one chipped. They are all chipped now.',
        'Akela Brian',
        '2024-06-22',
      ),
      bought(3, null, 'Smaller than I thought', 'W.', '2025-04-04'),
      bought(4, null, 'Tasse de randonnée indestructible.', 'Océane', '2025-08-11'),
      bought(5, 'いい音', '置いたときの音が好きです。', 'のぞみ', '2026-05-17'),
    ],
  }),
  product({
    id: 'daypack-22',
    sku: 'SKR-DP22',
    gtin: '5037200220032',
    brand: skerry,
    categories: packs,
    name: 'Tystie daypack, 22 litres',
    summary:
      'Waxed canvas, one big space, two side pockets that hold a bottle even when the pack is full, and nothing that dangles.',
    description: [
      'We counted the straps on a competitor’s daypack and got to nineteen. The Tystie has six. Two go over your shoulders, two round your waist and come off, and two hold the lid.',
      'The canvas is woven in Dundee and waxed in Newcastle. It keeps out an hour of steady rain; when it starts to darken, it wants a bar of wax and a hair dryer, which is a pleasant enough job for a Sunday. The back is a sheet of cork and felt, stiff enough to keep a flask from your spine.',
      'Inside there is one large space with a sleeve for a map or a fourteen-inch screen, and a zipped pocket at the top for keys, with a loop in it so that you find them. The side pockets are cut on the outside of the pack instead of being pressed in from within; a full bottle goes in one-handed.',
      skerryRepairs,
    ],
    attributes: [
      ['Volume', '22', 'l'],
      ['Weight', '920', 'g'],
      ['Material', 'Waxed cotton canvas'],
      ['Dimensions', '48 × 29 × 17', 'cm'],
      ['Back length', '46', 'cm'],
    ],
    images: [
      'Olive canvas daypack on a dry-stone wall',
      'Side pocket with a flask in it',
      'Open lid, with keys on a loop',
    ],
    variants: [
      { id: 'daypack-22-olive', sku: 'SKR-DP22-OL', options: { Colour: 'Olive' } },
      { id: 'daypack-22-navy', sku: 'SKR-DP22-NV', options: { Colour: 'Navy' } },
      { id: 'daypack-22-sand', sku: 'SKR-DP22-SA', options: { Colour: 'Sand' } },
    ],
    createdAt: '2024-07-19T11:30:00Z',
    price: gbp(13800, 11500),
    stock: inStock(122),
    related: ['head-torch', 'enamel-mug', 'baseplate-compass', 'two-person-tent'],
    reviews: [
      bought(5, 'Ages well', 'A year of trains, hills and one capsized canoe.', 'Hannah V.', '2025-08-20'),
      bought(4, null, 'Smells of wax at first. I like it, my colleagues did not.', 'Piotr Z.', '2024-10-30'),
      bought(3, 'Heavy for the size', 'Nearly a kilo empty. It will outlast me, but still.', 'Ewa', '2025-02-18'),
    ],
  }),
  product({
    id: 'head-torch',
    sku: 'CW-HT-300',
    gtin: '5060837300037',
    brand: corrie,
    categories: navigation,
    name: 'Lantern head torch, 300 lm',
    summary:
      'One button, three levels and a red light that comes first, so that you do not blind the hut when you look for your socks.',
    description: [
      'Every head torch has a red light and on every one of them you have to go through white to reach it. This is the other way round. A short press gives red; hold it for a second and you get white, at whatever level you last had.',
      'It takes three AAA cells or the rechargeable pack that comes with it, which charges in two hours through a socket under a proper rubber flap. On low, at 12 lumens, it burns for 180 hours: enough to read a long book in a short winter. On high you can see a cairn at ninety metres for about four.',
      'The strap is wool and elastic, washable, and does not slip on hair or hats. The whole lamp weighs 84 grams, tilts in five clicks and floats.',
      corriePromise,
      'Let us add something about colour. The white is a warm one, 4,000 kelvin, with which roots look like roots and not like snakes. The red is deep enough to leave your eyes as they were, so that after you have found your socks you can go outside and see the stars at once.',
    ],
    attributes: [
      ['Luminous flux', '300', 'lm'],
      ['Range', '90', 'm'],
      ['Burn time, low', '180', 'h'],
      ['Weight', '84', 'g'],
      ['Protection', 'IPX7'],
    ],
    images: ['Head torch with a grey wool strap glowing red in the dark', 'Torch floating in a stream'],
    createdAt: '2025-09-12T06:30:00Z',
    price: gbp(4900),
    stock: lowStock(9, 12),
    reviews: [
      bought(5, 'RED FIRST', 'Somebody finally thought about it.', 'Jonas', '2025-11-08'),
      bought(4, null, 'Good light, strap takes ages to dry.', 'Eilidh', '2026-01-29'),
    ],
  }),
  product({
    id: 'baseplate-compass',
    sku: 'CW-NAV-11',
    brand: corrie,
    categories: navigation,
    name: 'Baseplate compass with sighting mirror',
    summary:
      'A needle that settles in three seconds, a mirror to take a bearing with and to find the thing in your eye.',
    description: [
      'Batteries die and screens crack; north stays where it is, more or less. This is the compass that is issued to two mountain rescue teams in Snowdonia, who gave us a list of eleven complaints about the last one. We have dealt with ten. It is still possible to sit on it.',
      'The capsule is filled with a clear oil that forms no bubble down to minus thirty, and the needle comes to rest in three seconds. Declination is set with a small screw and the key on the cord, and then you may forget about it. The edges carry romers for 1:25,000, 1:40,000 and 1:50,000 and a rule in millimetres.',
      'With the lid at forty-five degrees you can see the target over the sight and the dial in the mirror at once, and read to a degree. The same mirror, in the sun, can be seen for fifteen miles.',
      'Keep it away from telephones, magnets and the underwiring of rucksack straps.',
      corriePromise,
      'It comes with a fold-out card on which one of the rescuers has written down, in about four hundred words, how to take a bearing, how to walk on one, and how to notice that you have not been doing so. Laminate it, or learn it.',
    ],
    attributes: [
      ['Weight', '74', 'g'],
      ['Dimensions', '103 × 65', 'mm'],
      ['Accuracy', '±1', '°'],
      ['Scales', '1:25,000, 1:40,000, 1:50,000'],
    ],
    images: ['Open compass with a mirror lid lying on a map', 'Bearing taken on a distant summit, seen in the mirror'],
    createdAt: '2023-12-12T12:12:00Z',
    price: gbp(5600),
    stock: inStock(60),
    reviews: [
      bought(5, null, 'Steady needle, clear romers, big enough for gloves.', 'Alun (MRT)', '2024-02-01'),
      bought(5, 'Sehr präzise', 'Nadel ruhig, Missweisung einstellbar. Nichts auszusetzen.', 'Benedikt', '2025-05-19'),
    ],
  }),
];

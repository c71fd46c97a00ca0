import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, outOfStock, product, unverified } from './product.ts';

const root = category('c900', 'Cycling');
const bicycles = [root, category('c910', 'Bicycles')];
const equipment = category('c920', 'Equipment');
const saddles = [root, equipment, category('c921', 'Saddles and bags')];
const workshop = [root, equipment, category('c922', 'Tools and locks')];
const fittings = [root, equipment, category('c923', 'Bells and lights')];

const redmire = { id: 'redmire', name: 'Redmire Cycles' };
const hobnail = { id: 'hobnail', name: 'Hobnail Saddlery' };
const gallowgate = { id: 'gallowgate', name: 'Gallowgate Tools' };

const gallowgatePromise =
  'Gallowgate Tools has stood on the same street in Glasgow since it was paved with wood. The test department is a bicycle courier called Moira and whoever she can talk into it. Bring any of our tools to the counter, in any condition, and you will leave with one that works.';

const hobnailCare =
  'Hobnail Saddlery cuts, stitches and rivets in Walsall, where there were once four thousand saddlers and are now about a hundred. Any strap, buckle, rivet or hook can be had singly. Work is done in the order in which it arrives, and the date we give you is the date we mean.';

export const cycling: CatalogueEntry[] = [
  product({
    id: 'touring-bike',
    sku: 'RED-LH-2026',
    brand: redmire,
    categories: bicycles,
    name: 'Longhaul steel touring bicycle',
    summary:
      'A steel bicycle for going a long way with a good deal of luggage: eyelets for everything, parts that are sold in every town from Hull to Hanoi, and geometry that forgives you on the tenth hour. The next frames leave the jig in spring.',
    description: [
      'Aluminium is lighter and carbon is quicker. Steel can be welded by the man in the village with the tractor, and it bends before it breaks. If you are going to be four days from a bicycle shop, there is not a lot to discuss.',
      'The Longhaul is brazed in Richmond, North Yorkshire, of Reynolds 725 tubing, with a long wheelbase and a low bottom bracket. Loaded with thirty kilograms it goes straight down a hill at forty miles an hour with no hands on the bars, though we have to advise against that. Unloaded it is a calm, quick way to get to work.',
      'Everything on it can be found anywhere: 26-inch or 700C wheels with 36 spokes, threaded bottom bracket, cable disc brakes, a triple chainset with a bottom gear of 19 inches that will get you up a wall. There are bosses for three bottles, racks front and back, mudguards, a dynamo lamp and a pump.',
      'Frames come in seven sizes. We will want your inside leg, your arm and the answer to two questions about your back. Allow an hour on the telephone; we like to talk about where you are off to.',
      'The frame is guaranteed for your lifetime and the paint until you lean it on something.',
    ],
    attributes: [
      ['Frame', 'Reynolds 725 steel, brazed'],
      ['Weight', '13.9', 'kg'],
      ['Gears', '3 × 9'],
      ['Brakes', 'Cable disc, 160 mm'],
      ['Largest load', '160', 'kg'],
      ['Tyre clearance', '50', 'mm'],
      ['Eyelets', '21'],
    ],
    images: [
      'Dark green touring bicycle with four bags on a mountain road',
      'Brazed joint at the head tube with a copper badge',
      'Close view of the three chainrings',
      'Bicycle leaning on a signpost with distances in three alphabets',
      'Frame in a jig with a flame on the seat cluster',
      'Drawing of the frame with all its measurements',
    ],
    variants: [
      { id: 'touring-bike-50', sku: 'RED-LH-2026-50', options: { Frame: '50 cm' } },
      { id: 'touring-bike-54', sku: 'RED-LH-2026-54', options: { Frame: '54 cm' } },
      { id: 'touring-bike-58', sku: 'RED-LH-2026-58', options: { Frame: '58 cm' } },
      { id: 'touring-bike-62', sku: 'RED-LH-2026-62', options: { Frame: '62 cm' } },
    ],
    createdAt: '2025-03-15T08:00:00Z',
    price: gbp(215000),
    stock: outOfStock(120),
    related: ['leather-saddle', 'panniers', 'bike-multitool', 'folding-lock', 'bike-bell', 'trail-stove'],
    reviews: [
      bought(
        5,
        'Lisbon to Tallinn',
        '6,140 km. One puncture, one spoke, one proposal (accepted).',
        'Wilf & Margot',
        '2025-10-07',
      ),
      bought(5, null, 'Calm. That is the word.', 'Sanna H.', '2025-08-31'),
      bought(
        3,
        'Long wait',
        'Superb machine. It took five months, when they had said three. Ring them, they are honest when you ask.',
        'T. Bhattacharya',
        '2026-01-26',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'Reiserad Longhaul aus Stahl',
        summary:
          'Ein Stahlrad für weite Wege mit viel Gepäck: Ösen für alles, Teile, die es von Hull bis Hanoi in jeder Stadt gibt, und eine Geometrie, die auch in der zehnten Stunde noch verzeiht. Die nächsten Rahmen kommen im Frühjahr aus der Lehre.',
        description: [
          'Aluminium ist leichter und Carbon schneller. Stahl kann der Mann im Dorf schweißen, der sonst die Traktoren macht, und er verbiegt sich, ehe er bricht. Wer vier Tage vom nächsten Fahrradladen entfernt sein wird, muss da nicht lange überlegen.',
          'Das Longhaul wird in Richmond in North Yorkshire aus Rohren von Reynolds gelötet, mit langem Radstand und tiefem Tretlager. Mit dreißig Kilogramm Gepäck läuft es auch bergab geradeaus, unbeladen ist es ein ruhiger, flotter Weg zur Arbeit.',
          'Alles daran bekommt man überall: Laufräder mit 36 Speichen, geschraubtes Tretlager, Scheibenbremsen mit Seilzug und ein Dreifachkettenblatt, dessen kleinster Gang eine Wand hochkommt. Der Rahmen ist ein Leben lang garantiert, der Lack, bis man das Rad irgendwo anlehnt.',
        ],
      },
    },
  }),
  product({
    id: 'leather-saddle',
    sku: 'HOB.17.HON',
    brand: hobnail,
    categories: saddles,
    name: 'No. 17 leather saddle',
    slug: 'no-17-leather-saddle',
    summary:
      'Five millimetres of oak-tanned leather on a steel frame. Hard for three hundred miles and then yours alone.',
    description: [
      'A leather saddle is a hammock for two bones. It does not cushion you; it takes your shape, slowly, and then gives way exactly where you need it to and nowhere else. That takes about three hundred miles, and we will not pretend that the first fifty are a pleasure.',
      'The hide is British, tanned for a year in oak bark in Devon, cut from the butt where it is thickest, soaked, pressed over a former for two days, and riveted to the frame by hand with seven copper rivets. A bolt beneath the nose tightens it when, in some years’ time, it begins to sag.',
      'Rub dressing into both sides before the first ride and twice a year after that. Keep it out of long rain, and when it has been soaked let it dry by itself, away from the stove. Do not lend it.',
      'If it does not suit you after a thousand miles, send it back and we will refund you, and sell it to somebody of your build.',
      hobnailCare,
    ],
    attributes: [
      ['Length', '275', 'mm'],
      ['Width', '170', 'mm'],
      ['Weight', '520', 'g'],
      ['Leather', 'Oak-tanned, 5 mm'],
      ['Rails', 'Chromed steel'],
    ],
    images: [
      'Honey-coloured leather saddle with copper rivets',
      'Saddle after ten years, dark and shaped',
      'Tension bolt under the nose with its spanner',
    ],
    variants: [
      { id: 'leather-saddle-honey', sku: 'HOB.17.HON-1', options: { Colour: 'Honey' } },
      { id: 'leather-saddle-black', sku: 'HOB.17.BLK-1', options: { Colour: 'Black' } },
    ],
    createdAt: '2023-02-28T10:00:00Z',
    price: gbp(11500),
    stock: inStock(68),
    reviews: [
      bought(5, 'Mile 301', 'It really does happen all at once.', 'Bryony', '2023-08-19'),
      bought(1, 'Ouch', 'I am sure it gets better. I did not.', 'Lee', '2024-05-10'),
      bought(5, null, 'Nach 20.000 km immer noch der beste Platz im Haus.', 'Rainer', '2025-04-03'),
      bought(4, null, 'Needs care in the wet.', 'Orla', '2025-11-18'),
    ],
  }),
  product({
    id: 'panniers',
    sku: 'HOB.40.PR',
    brand: hobnail,
    categories: saddles,
    name: 'Roll-top panniers, pair, 40 litres',
    slug: 'roll-top-panniers-pair',
    summary:
      'Waxed canvas on the outside, a welded liner within, and hooks that come off with one hand while the other one holds the bicycle.',
    description: [
      'Rubber bags are waterproof until they have a hole. Canvas bags get damp and live for ever. These are both: a shell of heavy waxed cotton takes the scrapes, and inside it hangs a liner of welded nylon that can be lifted out, rinsed, patched or replaced.',
      'The hooks are cast aluminium with nylon inserts for racks from 8 to 16 millimetres. Pull the handle and they open; let go and they lock, and nothing has yet jumped off on the cobbles of the Gallowgate, where we test. A third hook at the bottom keeps the bag from swinging.',
      'There is one outside pocket each, for what you need in the rain, and a strap of bridle leather over the roll, with a brass buckle that can be done in mittens. A loop takes a lamp.',
      'They hold twenty litres apiece, which is four days with a tent or one serious visit to the greengrocer’s.',
      hobnailCare,
    ],
    attributes: [
      ['Volume, pair', '40', 'l'],
      ['Weight, pair', '2.2', 'kg'],
      ['Largest load, each', '12', 'kg'],
      ['Material', 'Waxed cotton, nylon liner'],
      ['Rack tubes', '8–16', 'mm'],
    ],
    images: [
      'Two brown canvas panniers on a rear rack, one with leeks sticking out',
      'Liner lifted halfway out of its shell',
      'Aluminium hooks and pull handle',
    ],
    createdAt: '2024-04-22T11:00:00Z',
    price: gbp(18900, 15900, { saleEndsInDays: 14 }),
    stock: inStock(54),
    reviews: [
      bought(5, 'Greengrocer approved', 'Pineapples, plural.', 'Ngozi', '2024-07-14'),
      bought(4, null, 'Heavy compared to rubber ones, but you can mend them.', 'Arne', '2025-05-29'),
      bought(3, 'Good, buckle stiff', 'In mittens? Which mittens?', 'Pam', '2026-01-09'),
    ],
  }),
  product({
    id: 'bike-multitool',
    sku: 'GGT-0019',
    gtin: '5016222001966',
    brand: gallowgate,
    categories: workshop,
    name: 'Nineteen-function multitool',
    summary:
      'Seventeen tools that you will use, a chain breaker that works, and a bottle opener because nineteen is a better number than eighteen.',
    description: [
      'A multitool is judged at night, in the rain, by somebody who is already late. The hexagon keys on this one reach past the frame, the chain breaker comes off and turns by its own lever, and all of them are of S2 steel, hardened after bending, so that they turn the bolt and not themselves.',
      'There are hexagons from 2 to 8, two Torx, two screwdrivers, spoke keys in three sizes, a valve core tool, a quick-link bridge, a tyre lever with a rounded end, a knife just long enough for cheese, and the opener.',
      'The side plates are aluminium with a coarse knurl. Two screws hold everything together and can be tightened by one of the tools, which sounds obvious and is not.',
      'It is sold to workshops and clubs as much as to riders, so the price is a trade price and does not include VAT.',
      gallowgatePromise,
      'Two of the tools deserve a word. The quick-link bridge holds both ends of a chain together so that you have a hand free for the rain, and the valve core tool is the one that nobody carries until they have once pushed a bicycle nine miles for the want of it.',
    ],
    attributes: [
      ['Functions', '19'],
      ['Weight', '168', 'g'],
      ['Size, folded', '82 × 44 × 18', 'mm'],
      ['Steel', 'S2, hardened'],
    ],
    images: ['Multitool with all its keys fanned out', 'Chain breaker in use on a muddy chain'],
    createdAt: '2024-01-11T09:00:00Z',
    price: gbp(2790, 2790, { taxIncluded: false }),
    stock: inStock(605),
    reviews: [
      bought(5, null, 'Fixed my chain and the chain of a man who laughed at it.', 'Josephine', '2024-06-30'),
      bought(4, 'Stiff when new', 'Oil it.', 'Kofi', '2025-02-06'),
      bought(5, null, 'Compacte, complète, solide.', 'Loïc', '2025-09-22'),
    ],
  }),
  product({
    id: 'folding-lock',
    sku: 'GGT-0085-FL',
    gtin: '5016222008514',
    brand: gallowgate,
    categories: workshop,
    name: 'Folding lock, 85 cm',
    slug: 'folding-lock-85-cm',
    summary: 'Eight hardened bars on rivets that do not come out, in a holster that does not rattle.',
    description: [
      'A lock does not stop a thief. It makes him late, and a thief who is late goes elsewhere. In an independent test this one took an angle grinder four minutes and ten seconds and two discs, with a good deal of noise; bolt cutters gave up.',
      'Eight bars of boron steel, six millimetres thick, fold to the size of a pencil case. Opened, they make a ring of eighty-five centimetres, enough for a frame, a wheel and a lamp post of the old kind. The rivets are shaped so that a drill wanders off them, and each bar is sleeved to be kind to paint.',
      'The cylinder is a disc detainer with over a million combinations, and a shutter keeps out the weather. You get three keys, with a card by which, and only by which, we will cut a fourth.',
      'The holster goes on the bottle bosses or on any tube with its straps. It is lined with felt. You will not hear it.',
      gallowgatePromise,
    ],
    attributes: [
      ['Length', '85', 'cm'],
      ['Weight', '1.25', 'kg'],
      ['Steel', 'Boron, 6 mm'],
      ['Keys', '3'],
      ['Rating', 'Sold Secure Silver'],
    ],
    images: ['Folding lock around a frame and a lamp post', 'Folded lock in its holster beside a bottle'],
    createdAt: '2023-06-06T06:06:00Z',
    price: gbp(8500, 7200),
    stock: lowStock(11, 7),
    reviews: [
      bought(
        5,
        'Bike still here',
        'Two scratches on the lock, none on the bike, and a broken bit of somebody’s cutter on the pavement.',
        'Tunde',
        '2024-04-16',
      ),
      bought(2, null, 'Froze shut in January. Warm key sorted it, eventually.', 'Mikkel', '2025-01-31'),
      unverified(3, null, 'heavy, but they all are', 'fixie_fi', '2025-10-05'),
    ],
  }),
  product({
    id: 'bike-bell',
    sku: 'GGT-0003-BELL',
    gtin: '5016222000358',
    brand: gallowgate,
    categories: fittings,
    name: 'Brass bicycle bell',
    summary: 'One clear note that goes on for six seconds. People move aside and then look round to see what it was.',
    description: [
      'The bell was cast before the rest was designed. We asked the founders in Loughborough, who make them for churches, for the smallest bell that they would not be ashamed of, and built a striker to suit.',
      'It is bell metal, four parts copper to one of tin, turned on the outside and left as it comes within. The note is an A, or near it. Flick the little hammer gently for “good morning” and harder for “lorry”.',
      'The strap fits bars from 22 to 32 millimetres and needs no tool. It can be mounted on either side, upright or hanging, as long as it touches nothing: a bell that leans on a cable says “tock”.',
      gallowgatePromise,
      'Bell metal goes dull with rain and fingers. Leave it, and it turns the brown of an old penny; polish it now and then with wood ash, and it stays bright. Neither makes any difference to the note. What does is a crack, and if yours should ever crack, send it to us, because we should be very interested to see it.',
    ],
    attributes: [
      ['Diameter', '42', 'mm'],
      ['Weight', '96', 'g'],
      ['Material', 'Bell metal'],
      ['Bars', '22–32', 'mm'],
    ],
    images: ['Small golden bell on a handlebar wrapped in cork tape', 'Bell cut in half to show its thickness'],
    createdAt: '2024-05-05T05:05:00Z',
    price: gbp(2600),
    stock: inStock(274),
    reviews: [
      bought(5, 'Ding', 'It is an A. I tuned my violin to it.', 'Perpetua', '2024-08-11'),
      bought(5, null, 'Pedestrians SMILE 😀 how', 'Remy', '2025-03-24'),
      bought(4, null, 'Schöner langer Ton, Befestigung könnte fester sein.', 'Hanno', '2025-07-08'),
      bought(5, '澄んだ音', 'お寺の鈴のような余韻です。', '松本', '2026-04-06'),
    ],
  }),
  product({
    id: 'dynamo-lamp',
    sku: 'RED-LMP-80',
    gtin: '5060559208024',
    brand: redmire,
    categories: fittings,
    name: 'Dynamo front lamp, 80 lux',
    summary:
      'A proper beam with a proper cut-off, in a housing of turned aluminium: the road is light and the other rider’s eyes are not.',
    description: [
      'Many bicycle lamps are torches on a clamp and throw half of their light into the trees. A road lamp has a mirror that was calculated point by point and sets a hard edge on top, as a car’s does. Ours puts eighty lux on the road ten metres ahead and spreads the rest over the verge, where the badgers are.',
      'It runs from any hub dynamo and has a store that keeps it burning for five minutes when you stop. A sensor switches it on at dusk; a slider under a rubber lip turns it off, or lets it charge what hangs on the cable behind.',
      'The housing is turned from a bar of aluminium and sealed by an O-ring. Opening it takes two screws, and there is nothing inside that has been drowned in resin, so it can be repaired. We do that for a flat twenty pounds, however it happened.',
      'Fixing it takes a five-millimetre key and the bolt that is already in your fork crown. The cable is long enough for any frame that we know of, and ends in plain spade connectors, since they can be pushed on with cold fingers at the side of a road. A bracket for the handlebar is on sale separately, but the lower a lamp sits the better you will see the holes.',
    ],
    attributes: [
      ['Illuminance', '80', 'lx'],
      ['Supply', 'Hub dynamo, 6 V'],
      ['Standlight', '5', 'min'],
      ['Weight', '134', 'g'],
      ['Approval', 'StVZO'],
    ],
    images: [
      'Silver bicycle lamp on a fork crown',
      'Night road with a bright even field of light and a sharp upper edge',
    ],
    createdAt: '2025-10-20T18:00:00Z',
    price: gbp(9200),
    stock: inStock(47),
    reviews: [
      bought(
        5,
        'Sehr gute Ausleuchtung',
        'Breit, gleichmäßig, blendet nicht. Endlich aus einem Gehäuse, das man aufschrauben kann.',
        'Frauke',
        '2025-12-06',
      ),
      bought(4, null, 'The badgers are indeed on the verge.', 'Elspeth', '2026-02-25'),
    ],
  }),
];

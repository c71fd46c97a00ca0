import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, product, unverified } from './product.ts';

const root = category('c100', 'Lighting');
const indoor = category('c110', 'Indoor lighting');
const deskLamps = [root, indoor, category('c111', 'Desk and reading lamps')];
const pendants = [root, indoor, category('c112', 'Pendant lights')];
const outdoor = [root, category('c120', 'Outdoor lighting')];

const hallam = { id: 'hallam-rye', name: 'Hallam & Rye' };
const pellam = { id: 'pellam', name: 'Pellam' };
const eveningside = { id: 'eveningside', name: 'Eveningside' };

const hallamCare =
  'Every Hallam & Rye lamp is wired and tested by one person, whose initials are inked under the base. The workshop keeps spare switches, shades and flex for at least fifteen years after a model ends, and will talk you through fitting them on the telephone.';

const eveningsidePromise =
  'Eveningside is a family firm in Huddersfield that hires out lights to fairs and weddings all summer and sells the same ones by post. Whatever comes back broken from a field in the rain is improved before it is made again, and a spare for every part is in a drawer with its name on.';

const pellamReturns =
  'Pellam answers the telephone from eight to eight. If a lamp is wrong for the room, send it back within sixty days in whatever box you have; we pay the postage and sell it again as seen, at a discount, to somebody whose room is different.';

export const lighting: CatalogueEntry[] = [
  product({
    id: 'oak-desk-lamp',
    sku: 'HR-4410',
    gtin: '5060417044108',
    brand: hallam,
    categories: deskLamps,
    name: 'Linnet oak desk lamp',
    summary:
      'A jointed desk lamp in solid oak that stays where you put it, with a dimmer you can find in the dark and a light warm enough to read a whole novel by.',
    description: [
      'The Linnet began as a repair. A customer brought us a drawing-office lamp from the 1950s whose springs had given up, and asked whether it could be made to balance without them. It could: two oak arms, a brass counterweight the size of a walnut, and joints that tighten by hand. We have been making it ever since, and we have yet to see one droop.',
      'The arms are cut from a single board so that the grain runs on across the elbow. Oak from the same sawmill in Herefordshire is air-dried for three years, planed, and finished with hardwax oil, which feels like wood rather than varnish and can be patched with a rag if a mug leaves a ring on the base.',
      'Inside the spun aluminium shade sits a replaceable LED lamp on an ordinary E14 thread. It gives 470 lumens at 2,700 kelvin, enough to light a sheet of A2 evenly, and dims smoothly to a glow by a knurled wheel on the flex, thirty centimetres from the base. There is no app, no remote and nothing to pair.',
      'The base weighs 1.8 kilograms and is covered underneath with wool felt. Folded, the lamp is small enough to travel in a rucksack; unfolded it reaches sixty-four centimetres over the desk, so it can stand well behind a screen.',
      hallamCare,
    ],
    attributes: [
      ['Material', 'Solid oak, brass, aluminium'],
      ['Height', '46', 'cm'],
      ['Reach', '64', 'cm'],
      ['Weight', '2.4', 'kg'],
      ['Luminous flux', '470', 'lm'],
      ['Colour temperature', '2700', 'K'],
      ['Lamp base', 'E14, lamp included'],
      ['Flex length', '2.2', 'm'],
    ],
    images: [
      'Oak desk lamp with a white shade, bent low over an open sketchbook',
      'Close view of the brass counterweight at the end of the upper arm',
      'The elbow joint, with the grain running on from one arm to the other',
      'The lamp folded flat beside a pair of reading glasses for scale',
    ],
    variants: [
      { id: 'oak-desk-lamp-white', sku: 'HR-4410-WH', options: { Shade: 'Chalk white' } },
      { id: 'oak-desk-lamp-green', sku: 'HR-4410-GN', options: { Shade: 'Bottle green' } },
      { id: 'oak-desk-lamp-black', sku: 'HR-4410-BK', options: { Shade: 'Ink black' } },
    ],
    createdAt: '2023-02-14T09:30:00Z',
    price: gbp(16500, 13900),
    stock: inStock(86),
    related: ['clamp-task-light', 'brass-pendant', 'fountain-pen', 'bedside-reading-lamp', 'a5-notebook'],
    reviews: [
      bought(
        5,
        'Stays put',
        'I have had three "architect" lamps and they all sagged within the year. This one has been at the same angle since February.',
        'Rosalind A.',
        '2025-11-02',
      ),
      bought(5, null, 'Lovely thing.', 'T. Okonkwo', '2024-06-19'),
      bought(
        4,
        'Beautiful, short flex',
        'The wood is gorgeous and the dimmer is exactly where your hand goes. One star off because the flex would not reach the socket behind our old radiator and I had to buy an extension.',
        'Priya Raman',
        '2024-01-27',
      ),
      bought(
        5,
        'Wie vom Tischler',
        'Sehr sauber verarbeitet, die Gelenke laufen satt und ohne Spiel. Das Licht ist angenehm warm, auch nach Stunden am Schreibtisch.',
        'Jürgen W.',
        '2025-02-08',
      ),
      unverified(
        2,
        'Not for me',
        'Looks better in the photographs than on my desk, which is small. The base takes more room than you think. Measure first!',
        'desk_goblin',
        '2025-05-30',
      ),
      bought(
        4,
        null,
        'Très belle lampe, un peu chère, mais on la garde pour la vie.',
        'Solène Carpentier',
        '2026-01-12',
      ),
    ],
    translations: {
      'de-DE': {
        name: 'Schreibtischleuchte Linnet aus Eiche',
        summary:
          'Eine Gelenkleuchte aus massiver Eiche, die bleibt, wo man sie hinstellt: mit einem Dimmer, den man auch im Dunkeln findet, und einem Licht, bei dem man einen ganzen Roman lesen möchte.',
        description: [
          'Am Anfang der Linnet stand eine Reparatur. Ein Kunde brachte uns eine Zeichenleuchte aus den fünfziger Jahren, deren Federn müde geworden waren, und fragte, ob sie sich auch ohne Federn im Gleichgewicht halten ließe. Es ging: zwei Arme aus Eiche, ein Gegengewicht aus Messing, groß wie eine Walnuss, und Gelenke, die man von Hand festzieht.',
          'Beide Arme werden aus einem einzigen Brett geschnitten, damit die Maserung über das Gelenk hinweg weiterläuft. Das Holz trocknet drei Jahre an der Luft und wird mit Hartwachsöl behandelt. Es fühlt sich an wie Holz und nicht wie Lack, und ein Rand von der Teetasse lässt sich mit einem Lappen ausbessern.',
          'Im Schirm aus gedrücktem Aluminium sitzt ein austauschbares LED-Leuchtmittel mit gewöhnlichem E14-Sockel. Es liefert 470 Lumen bei 2.700 Kelvin und lässt sich mit einem gerändelten Rad am Kabel stufenlos dimmen. Eine App gibt es nicht.',
          'Jede Leuchte wird von einer Person verdrahtet und geprüft, deren Initialen unter dem Fuß stehen. Schalter, Schirme und Kabel hält die Werkstatt mindestens fünfzehn Jahre über das Ende eines Modells hinaus vorrätig.',
        ],
      },
      'fr-FR': {
        name: 'Lampe de bureau Linnet en chêne',
        summary:
          'Une lampe articulée en chêne massif qui reste là où on la pose, avec un variateur que l’on trouve dans le noir et une lumière assez douce pour lire un roman d’une traite.',
        description: [
          'La Linnet est née d’une réparation. Un client nous avait confié une lampe de bureau d’études des années cinquante dont les ressorts avaient rendu l’âme, en demandant si l’on pouvait l’équilibrer sans eux. On pouvait : deux bras de chêne, un contrepoids de laiton gros comme une noix et des articulations qui se serrent à la main.',
          'Les deux bras sont taillés dans une même planche pour que le fil du bois se poursuive de part et d’autre du coude. Le chêne sèche trois ans à l’air libre, puis reçoit une huile-cire dure qui laisse au bois son toucher et se reprend d’un coup de chiffon.',
          'Sous l’abat-jour en aluminium repoussé, une ampoule LED remplaçable à culot E14 donne 470 lumens à 2 700 kelvins. Une molette sur le câble la règle en continu, jusqu’à la simple lueur. Ni application, ni télécommande.',
        ],
      },
    },
  }),
  product({
    id: 'clamp-task-light',
    sku: 'PL.220.14',
    gtin: '5022188002190',
    brand: pellam,
    categories: deskLamps,
    name: 'Jib clamp task light',
    summary:
      'A slim aluminium arm that clamps to any edge up to 65 mm and throws a glare-free bar of light exactly where the work is.',
    description: [
      'Some desks have no room for a lamp with a foot. The Jib clamps to the edge instead, takes up less of it than a matchbox, and swings out of the way when you want the whole surface. It is as happy on a workbench, a headboard or the shelf above a hob as on a desk.',
      'The light is a bar 42 centimetres long, with the diodes set back behind a microprism so that you see what is lit and not what lights it. Colour rendering is 95 out of 100, which means that a red thread looks red and a bruise on an apple looks like one. Seamstresses, model makers and one dental technician told us that this was why they chose it.',
      'Touch the end cap to switch it on, keep your finger there to dim, tap twice to move between daylight, neutral and evening white. It remembers what you chose, even when the power goes.',
      'The arm is extruded aluminium with steel friction hinges rated for thirty thousand movements. It arrives assembled; the clamp tightens with a coin.',
      pellamReturns,
    ],
    attributes: [
      ['Material', 'Anodised aluminium'],
      ['Reach', '81', 'cm'],
      ['Clamping range', '5–65', 'mm'],
      ['Power', '9', 'W'],
      ['Luminous flux', '850', 'lm'],
      ['Colour rendering index', '95'],
    ],
    images: [
      'Black clamp light reaching over a sewing machine, its bar of light along the seam',
      'The clamp on the edge of a birch plywood desk',
    ],
    variants: [
      { id: 'clamp-task-light-black', sku: 'PL.220.14.B', options: { Colour: 'Black' } },
      { id: 'clamp-task-light-silver', sku: 'PL.220.14.S', options: { Colour: 'Silver' } },
    ],
    createdAt: '2024-09-03T11:05:00Z',
    price: gbp(8900),
    stock: inStock(143),
    reviews: [
      bought(
        5,
        'My eyes thank me',
        'I mend watches. I have spent a good deal more on worse light. No flicker that I can see and none that my phone camera can see either.',
        'Edmund Pryce',
        '2025-01-16',
      ),
      bought(
        3,
        null,
        'Good light but the touch control comes on by itself when the cat walks past.',
        'Marit',
        '2025-03-21',
      ),
      bought(
        5,
        'とても明るい',
        '手元が明るくなり、細かい作業が楽になりました。クランプもしっかりしています。',
        '佐藤 由美',
        '2025-09-05',
      ),
      unverified(4, 'solid', 'does what it says, 10/10 hinges', 'kx', '2025-12-28'),
    ],
  }),
  product({
    id: 'bedside-reading-lamp',
    sku: 'HR-2207',
    gtin: '5060417022076',
    brand: hallam,
    categories: deskLamps,
    name: 'Wren bedside reading lamp',
    status: 'discontinued',
    summary:
      'A pocket-sized reading lamp with a narrow beam, so that one of you can finish the chapter while the other sleeps. The last of the line; what is left is left.',
    description: [
      'The Wren throws a circle of light about as wide as an open paperback and almost nothing outside it. That was the whole idea: a lamp for people who share a bed but not a bedtime.',
      'The head turns on a ball of turned beech and can be pushed flat against the stem, which switches it off. There is nothing else to press. The flex is covered in cotton and leaves the base at the back, so that it does not lie across the books on the table.',
      'We stopped making the Wren when the maker of its tiny reflector retired and took the tooling with him. These are the last pieces from our own shelves, checked again this spring and sold with the full guarantee.',
      hallamCare,
      'It takes a small halogen-sized LED capsule on a G4 base, which any electrician’s shop has in a drawer; two of them come with the lamp. The light is the warm white of a candle a little way off, and at its lowest it will not wake a baby. We know, because one of ours slept beside the test bench for most of a winter.',
    ],
    attributes: [
      ['Material', 'Steel, beech'],
      ['Height', '24', 'cm'],
      ['Beam angle', '22', '°'],
      ['Luminous flux', '120', 'lm'],
      ['Power', '2.5', 'W'],
    ],
    images: ['Small grey reading lamp lighting one page of a book on a bedside table at night'],
    createdAt: '2023-01-09T08:00:00Z',
    price: gbp(5900, 3900),
    stock: inStock(17),
    reviews: [
      bought(
        5,
        'Saved our marriage (half joking)',
        'I read until two, he gets up at five. We have not had words about the light since this arrived.',
        'Catrin Bowen',
        '2023-10-11',
      ),
      bought(4, null, 'Small but mighty <3', 'Lena_K', '2024-03-02'),
      bought(
        2,
        'Came without a plug',
        'Mine had a bare flex. Replaced within the week, no fuss, but still.',
        'G. Abara',
        '2024-11-20',
      ),
    ],
  }),
  product({
    id: 'brass-pendant',
    sku: 'HR-7300-BR',
    gtin: '5060417073009',
    brand: hallam,
    categories: pendants,
    name: 'Bellwether brass pendant, 32 cm',
    summary:
      'A spun brass bell that hangs low over a table and turns the light down, where the plates are, and not into your eyes. Left unlacquered, so that it ages with the room.',
    description: [
      'Brass is spun for us on a lathe in Birmingham that was installed in 1931 and is operated by the grandson of the man who installed it. A flat disc goes on; a minute and a half of leaning on a long steel tool later a bell comes off, without a seam anywhere. You can see the faint rings of the tool on the inside if you look for them.',
      'We leave the outside bare. In the first week it shines like a trumpet, by the first winter it has gone the colour of honey, and wherever people touch it, it stays bright. If you prefer it shining, a teaspoon of lemon juice and salt puts the clock back in a few minutes.',
      'The inside is enamelled white, which doubles the light that reaches the table. The pendant takes any E27 lamp up to 60 watts; we think a large frosted globe looks best and include one.',
      'It hangs from two metres of twisted cotton flex and a brass ceiling rose with a concealed hook, so that the fitting can be done by one person on one chair. An electrician needs about twenty minutes.',
      hallamCare,
    ],
    attributes: [
      ['Material', 'Unlacquered brass, enamelled inside'],
      ['Diameter', '32', 'cm'],
      ['Drop', 'up to 200', 'cm'],
      ['Weight', '1.6', 'kg'],
      ['Lamp base', 'E27'],
    ],
    images: [
      'Bell-shaped brass pendant hanging over a round dining table laid for four',
      'The same pendant after a year, darkened to the colour of honey',
      'White enamel inside the bell with a frosted globe lamp',
    ],
    createdAt: '2023-09-22T10:15:00Z',
    price: gbp(24500, 19600, { saleEndsInDays: 9 }),
    stock: inStock(31),
    reviews: [
      bought(
        5,
        'Worth waiting for',
        'Bought two to hang over the island. They arrived in boxes that were a pleasure to open, with a hand-written note about patina. Everyone asks where they are from.',
        'Henrietta Vale',
        '2024-02-17',
      ),
      bought(4, null, 'Heavier than I expected. Check your ceiling.', 'Tomasz', '2024-08-08'),
      bought(
        5,
        'قطعة رائعة',
        'النحاس جميل جدا والإضاءة دافئة فوق الطاولة. التغليف كان ممتازا.',
        'ليلى منصور',
        '2025-04-14',
      ),
    ],
  }),
  product({
    id: 'paper-globe-pendant',
    sku: 'PL.310.60',
    gtin: '5022188003104',
    brand: pellam,
    categories: pendants,
    name: 'Hush paper globe pendant',
    summary:
      'A 60 cm globe of mulberry paper on a fine steel spiral: folds flat for the post, opens in a minute, and makes the harshest bulb look like the moon.',
    description: [
      'A paper globe is the least expensive way we know to make a room look kinder. This one is made of long-fibred mulberry paper, which is stronger than it has any right to be, stretched over a spiral of steel wire as thin as a guitar string.',
      'The paper is not bleached. By day the globe is the white of oatmeal; lit from within it turns warm, and you can see the fibres lying this way and that like hair in the wind. Each sheet is different, and no globe is quite round.',
      'It comes flat in a box the size of a long-playing record. Pull it open, hook the wire frame inside, and hang it from any pendant set with an E27 ring. Use an LED lamp of up to 12 watts; older lamps run too hot for paper.',
      'Dust it with a soft brush now and then. A small tear can be mended from the inside with a piece of tissue and a little rice paste, and will show less than you fear.',
      pellamReturns,
    ],
    attributes: [
      ['Material', 'Mulberry paper, steel wire'],
      ['Diameter', '60', 'cm'],
      ['Weight', '340', 'g'],
      ['Largest lamp', '12', 'W'],
    ],
    images: [
      'Large white paper globe lit above a bed with linen sheets',
      'Detail of the paper, with long fibres showing against the light',
    ],
    variants: [
      { id: 'paper-globe-pendant-45', sku: 'PL.310.45', options: { Diameter: '45 cm' } },
      { id: 'paper-globe-pendant-60', sku: 'PL.310.60-A', options: { Diameter: '60 cm' } },
      { id: 'paper-globe-pendant-80', sku: 'PL.310.80', options: { Diameter: '80 cm' } },
    ],
    createdAt: '2024-01-30T14:40:00Z',
    price: gbp(3400),
    stock: inStock(412),
    reviews: [
      bought(
        4,
        'Cheap and cheerful',
        'Looks ten times its price once it is up. Getting the frame in took me three goes.',
        'Dafydd',
        '2024-04-05',
      ),
      bought(5, null, '和紙のような優しい光で、寝室にぴったりです。', 'Mika T.', '2024-12-01'),
      bought(
        1,
        'Torn on arrival',
        'A rip as long as my hand. Refund came quickly but I wanted the lamp :(',
        'Joanne M.',
        '2025-06-23',
      ),
      bought(5, null, 'Precioso y muy fácil de montar.', 'Inés Vidal', '2025-10-10'),
    ],
    translations: {
      'de-DE': {
        name: 'Papierkugel Hush als Pendelleuchte',
        summary:
          'Eine Kugel aus Maulbeerpapier mit 60 cm Durchmesser auf einer feinen Stahlspirale. Sie kommt flach mit der Post, ist in einer Minute aufgespannt und macht aus jeder Glühbirne einen Mond.',
        description: [
          'Freundlicher lässt sich ein Zimmer für so wenig Geld kaum machen. Die Kugel besteht aus langfaserigem Maulbeerpapier, das viel fester ist, als es aussieht, gespannt über eine Spirale aus Stahldraht, dünn wie eine Gitarrensaite.',
          'Das Papier ist nicht gebleicht. Bei Tag hat es die Farbe von Haferbrei, von innen beleuchtet wird es warm, und man sieht die Fasern liegen wie Haare im Wind. Jeder Bogen ist anders, und ganz rund ist keine Kugel.',
          'Geliefert wird sie flach, in einem Karton so groß wie eine Langspielplatte. Auseinanderziehen, Drahtbügel einhängen, an einer E27-Fassung aufhängen, fertig. Bitte nur LED-Leuchtmittel bis 12 Watt verwenden.',
        ],
      },
    },
  }),
  product({
    id: 'festoon-lights-20',
    sku: 'EVE-FST-020',
    gtin: '5051173200204',
    brand: eveningside,
    categories: outdoor,
    name: 'Festoon lights, 20 lamps on 15 metres',
    summary:
      'Heavy rubber cable, proper sockets and warm filament LEDs: a string of lights that is meant to stay up all winter and that can be joined end to end, up to three in a row.',
    description: [
      'Most garden lights are made for one summer. These are the kind that hang over market squares and seaside piers: thick neoprene cable, moulded sockets with a seal at the neck, and lamps that you can unscrew and replace one by one.',
      'Twenty filament LEDs of one watt each give a light somewhere between a candle and a street lamp. They are shatterproof polycarbonate rather than glass, which your feet will be glad of. Four spares come in the box, as does a clip for every socket, so that the string can be hung from a wire and take the wind without pulling on the cable.',
      'Up to three sets can be joined from a single plug. The joint is rated IP65 and so are the sockets: rain, snow and the hose are all fine, a pond is not. The plug itself belongs under cover.',
      'Cafés and venues buy these by the dozen, and the price falls as the number goes up.',
      eveningsidePromise,
    ],
    attributes: [
      ['Length', '15', 'm'],
      ['Lamps', '20'],
      ['Distance between lamps', '75', 'cm'],
      ['Protection', 'IP65'],
      ['Power', '20', 'W'],
      ['Lead to first lamp', '3', 'm'],
    ],
    images: [
      'String of warm round lamps across a courtyard at dusk, over a long table',
      'Detail of a black rubber socket with its clip on a steel wire',
      'Coiled set on a wooden floor with four spare lamps beside it',
    ],
    createdAt: '2023-04-18T07:50:00Z',
    price: gbp(5495, 5495, {
      tiers: [
        { minQuantity: 3, amountMinor: 5195 },
        { minQuantity: 6, amountMinor: 4895 },
        { minQuantity: 12, amountMinor: 4395 },
        { minQuantity: 48, amountMinor: 3950 },
      ],
    }),
    stock: inStock(920),
    reviews: [
      bought(
        5,
        'Two winters in',
        'Up since October 2023 on a balcony facing the North Sea. One lamp replaced, by a gull.',
        'Annelies de Boer',
        '2025-10-29',
      ),
      bought(
        5,
        'Wedding approved',
        'We hung six sets in the barn.\n\nGuests thought we had hired someone!\nSold half of them on afterwards for nearly what they cost.',
        'Beth & Sunil',
        '2024-09-14',
      ),
      bought(3, null, 'Good but the plug is huge and would not go in the outdoor box.', 'R. Lindqvist', '2024-05-26'),
      bought(4, null, 'Nice <b>warm</b> colour, not orange.', 'pcb', '2025-07-01'),
    ],
  }),
  product({
    id: 'solar-path-light',
    sku: 'EVE-SOL-4',
    gtin: '5051173210043',
    brand: eveningside,
    categories: outdoor,
    name: 'Stepping solar path lights, set of four',
    summary: 'Four low bollards with a replaceable battery and a panel big enough for a British November.',
    description: [
      'A solar light is only as good as its worst month. We put these out in our own yard in Huddersfield in November and kept enlarging the panel until they still had something left at breakfast. The result is a little wider than most, and it works.',
      'Light comes out sideways below a cap of recycled aluminium, so that the path is lit and the stars are not. A switch under the cap chooses between all night at a low level and five hours at a brighter one.',
      'The battery is an ordinary AA rechargeable cell behind one screw. It lasts about four years; when it fades, put in another. The spike is steel and goes into hard ground with a rubber mallet.',
      eveningsidePromise,
      'Put them where they get the sun at midday, even if that is not where you would like to see them first. Under a hedge they will manage an evening; in the open a whole night. In the dark weeks wipe the panels every now and then, because a film of algae costs more light than a cloud does.',
    ],
    attributes: [
      ['Material', 'Recycled aluminium, steel'],
      ['Height', '38', 'cm'],
      ['Luminous flux', '35', 'lm'],
      ['Battery', 'AA NiMH, 2000 mAh, replaceable'],
      ['Protection', 'IP54'],
    ],
    images: ['Four dark bollard lights along a gravel path at dusk', 'Hand replacing the battery under the round cap'],
    createdAt: '2025-03-06T12:00:00Z',
    price: gbp(6800),
    stock: lowStock(6, 18),
    reviews: [
      bought(
        4,
        'They do last',
        'Still glowing at six in the morning in December, in Leeds. I am impressed against my will.',
        'Colin F.',
        '2025-12-19',
      ),
      bought(2, null, 'One of the four stopped after a month. Waiting to hear back.', 'Oksana', '2025-08-03'),
    ],
  }),
];

import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, outOfStock, product, unverified } from './product.ts';

const root = category('c700', 'Toys and games');
const wooden = [root, category('c710', 'Wooden toys')];
const games = category('c720', 'Games and puzzles');
const board = [root, games, category('c721', 'Board games and dice')];
const puzzles = [root, games, category('c722', 'Puzzles')];
const outside = [root, category('c730', 'Outdoor play')];

const merrow = { id: 'merrow-toys', name: 'Merrow Toymakers' };
const lanternHare = { id: 'lantern-hare', name: 'Lantern Hare Games' };

const merrowSafety =
  'All Merrow toys are tested to EN 71, painted with colours that could be licked, and mended free of charge for the child they were bought for and for that child’s children.';

const lanternHareNote =
  'Lantern Hare is three designers, one illustrator and a patient table in Bristol. Lost pieces are sent free of charge for as long as a game is in print, and for quite a while after that; tell us what is missing and, if you can bear to, how it happened.';

export const toysAndGames: CatalogueEntry[] = [
  product({
    id: 'constructor',
    sku: 'MT-240-CON',
    gtin: '5034550024013',
    brand: merrow,
    categories: wooden,
    name: 'Constructor',
    slug: 'constructor-240-piece-building-set',
    summary:
      'Two hundred and forty beech strips, wheels, pins and nuts with which to build a crane, a loom, a better crane, and then whatever you like.',
    description: [
      'A strip with holes in it, a pin that goes through the hole and a nut that holds the pin: there is not a great deal more to mechanics than that, and everything else is a matter of being seven years old with an afternoon to spare.',
      'The strips are beech, five millimetres thick, with holes every fifteen. The pins are beech too, with a coarse thread, and the nuts can be turned by fingers that are still learning buttons. There are pulleys, cranks, four sizes of wheel, a length of waxed cord and a hook. There is nothing to charge.',
      'The book shows twelve machines and does not explain them; one looks and builds. The first is a wheelbarrow and the last a drawbridge that two children can argue over. In between there is a loom that weaves.',
      'It all goes back into a box with a sliding lid, on the inside of which the pieces are drawn life-size with their numbers, so that you know what is under the sofa. Every piece may be ordered singly.',
      merrowSafety,
    ],
    attributes: [
      ['Pieces', '240'],
      ['Material', 'Beech, cotton cord'],
      ['Age', '6+', 'years'],
      ['Box', '42 × 30 × 9', 'cm'],
      ['Weight', '3.6', 'kg'],
    ],
    images: [
      'Wooden crane with a hook lifting a toy car',
      'Box with sliding lid and drawings of every piece',
      'Hands turning a wooden nut',
      'Small loom with a few centimetres of red cloth',
    ],
    createdAt: '2023-10-20T10:00:00Z',
    price: gbp(8500, 6800),
    stock: inStock(112),
    related: ['wooden-train', 'glass-marbles', '7', 'bike-multitool', 'harbour-game'],
    reviews: [
      bought(
        5,
        'He has not asked for the tablet',
        'Three weeks and counting. The kitchen door now opens by a pulley.',
        'Meera',
        '2024-01-03',
      ),
      bought(5, null, 'Had it as a child, found it again for my grandson. Same smell.', 'Opa Klaus', '2024-12-26'),
      bought(4, 'Lost nuts', 'You will lose nuts. They sell nuts.', 'Dan', '2025-02-17'),
      bought(4, null, 'Magnifique jeu, les pièces sont très bien ajustées.', 'Nadège', '2025-12-29'),
    ],
  }),
  product({
    id: 'wooden-train',
    sku: 'MT-118-TRN',
    gtin: '5034550011839',
    brand: merrow,
    categories: wooden,
    name: 'Branch line train with five wagons',
    summary:
      'An engine in lime wood with five wagons, each of which carries something that comes off: logs, milk churns, a cow, coal, and the mail.',
    description: [
      'Trains were always about freight. The child pushes, stops, unloads a cow, loads two churns, considers and goes on. We have watched this for hours at our open days and have come to think that it is a form of meditation.',
      'The engine and the wagons are cut from solid lime, which is light and does not splinter, and coupled with a wooden hook and a leather loop that can be done up from the age of two. There are no magnets, which get swallowed, and no batteries, which run down. The wheels are turned from maple and run on steel axles that are pressed in and cannot be pulled out.',
      'It will run on any wooden track of the usual width, and equally well on carpets, along walls and up cats.',
      merrowSafety,
      'More wagons can be had one at a time: a crane, a tank for milk, a flat one with a boat on it, and a brake van with a door that opens. The stationmaster is sold with his wife or not at all.',
    ],
    attributes: [
      ['Length', '68', 'cm'],
      ['Material', 'Lime, maple, leather'],
      ['Pieces', '14'],
      ['Age', '18', 'months and over'],
    ],
    images: [
      'Painted wooden train with a small brown cow in the third wagon',
      'Leather loop and wooden hook between two wagons',
    ],
    createdAt: '2024-08-14T09:30:00Z',
    price: gbp(5400),
    stock: inStock(45),
    reviews: [
      bought(5, null, 'The cow sleeps in her bed.', 'Rosie’s mum', '2024-12-30'),
      bought(
        5,
        'Sehr schön gearbeitet',
        'Kein Splitter, keine scharfe Kante, und die Kuh ist der Star.',
        'Familie Aydin',
        '2025-12-25',
      ),
      bought(3, 'Loops', 'Leather loops were tight for small fingers. Better after a week.', 'Bjorn', '2025-01-18'),
    ],
  }),
  product({
    id: '7',
    sku: '7',
    gtin: '5060448700783',
    brand: lanternHare,
    categories: board,
    name: 'Seven dice, cast in pewter',
    slug: 'seven-dice-cast-in-pewter',
    summary:
      'Four sides, six, eight, ten, ten again, twelve and twenty: a set of dice heavy enough to make a decision with.',
    description: [
      'A plastic die rattles. A pewter one lands. These are cast in Sheffield in a rubber mould that gives about two hundred sets before its edges soften, and is then thrown away, which is why the corners are sharp and the numbers crisp.',
      'Metal dice are fair only if the numbers that are cut out are balanced by the ones on the other side. Ours have been floated in mercury by a friend with a laboratory and a sense of duty, four thousand throws each, and the results are printed on the inside of the tin lid. The twelve is very slightly kind.',
      'Throw them on cloth or leather or in the tin. On glass you will be sorry and on oak somebody else will.',
      lanternHareNote,
      'The tin is as large as a hockey puck and lined with green baize, so that it can serve as a throwing tray on a train. Numbers are inked in white and can be inked again when they wear. Each of the ten-sided pair is marked differently, one in units and one in tens, for those who need a hundred possibilities.',
    ],
    attributes: [
      ['Dice', '7'],
      ['Material', 'Lead-free pewter'],
      ['Weight', '142', 'g'],
      ['Size', '16', 'mm'],
    ],
    images: [
      'Seven grey metal dice on green baize, the largest showing 20',
      'Round tin with a table of results inside the lid',
    ],
    createdAt: '2025-07-07T07:07:07Z',
    price: gbp(2700),
    stock: inStock(77),
    reviews: [
      bought(
        5,
        'Nat 20',
        'Rolled a twenty straight out of the tin and cracked the coffee table. 10/10 would crit again',
        'DM Kev',
        '2025-08-08',
      ),
      bought(1, null, 'Rolled four ones in a row. Cursed.', 'Gnome Pete', '2025-08-15'),
      bought(4, null, 'Schwer, schön, laut.', 'Ronja', '2026-01-07'),
    ],
  }),
  product({
    id: 'harbour-game',
    sku: 'LH-SLACK-2',
    gtin: '5060448700233',
    brand: lanternHare,
    categories: board,
    name: 'Slack Water, a game of tides for 2 to 4',
    slug: 'slack-water-board-game',
    summary:
      'You have a small boat, a hold full of perishables and a harbour that is only deep enough for six turns out of twelve. A game of timing for two to four players, forty-five minutes, with very little luck and a great deal of mud.',
    description: [
      'In Slack Water everybody wants the quay at the same moment. The tide rises and falls on a wheel in the middle of the board; each turn lasts an hour, and what floated at four is aground at six. You may hurry, wait, block, bribe the harbour master, or sit on the mud and sell your mackerel to the others at a price.',
      'There are no dice. There is a weather card each dawn, which everybody sees, and a hand of cargo, which nobody does. The rules fill two sides of a card and can be explained while the kettle boils; it is the third game in which you begin to look two tides ahead.',
      'The board is a chart of an invented estuary, printed in four blues on linen-backed board and drawn by a woman who used to draw real ones for the Admiralty. Boats and cargo are wood. The tide wheel runs on a brass pin and clicks.',
      'For two it is a duel, for three a conspiracy and for four a regatta. We have played it about nine hundred times.',
      lanternHareNote,
    ],
    attributes: [
      ['Players', '2–4'],
      ['Playing time', '45', 'min'],
      ['Age', '10+', 'years'],
      ['Box', '30 × 30 × 6', 'cm'],
      ['Rules', 'English, German, French'],
      ['Designer', 'Tove Marchbanks'],
    ],
    images: [
      'Game board in shades of blue with a wheel in the middle and small wooden boats',
      'Three boats aground on a sandbank at low tide',
      'Open box with cargo tokens in a tray',
    ],
    createdAt: '2024-10-24T10:24:00Z',
    price: gbp(4200, 3570),
    stock: inStock(318),
    reviews: [
      bought(
        5,
        'Best two-player game in years',
        'Tight, quick and mean. My partner bribed the harbour master four times.',
        'Saskia B.',
        '2024-12-12',
      ),
      bought(
        5,
        null,
        'Endlich ein Spiel ohne Würfelpech. Unsere Kinder (10 und 13) sind begeistert.',
        'Familie Kröger',
        '2025-01-14',
      ),
      bought(
        3,
        'Dry (ha)',
        'Clever, but somebody who thinks long can make forty-five minutes into two hours.',
        'Board Game Barn',
        '2025-03-03',
      ),
      bought(4, null, 'Belle mécanique de marée, matériel superbe.', 'Rémi L.', '2025-04-22'),
      bought(5, null, 'Mud. So much mud.', 'Otis', '2025-10-31'),
      unverified(2, 'four player regatta', "with 4 it's chaos. with 2 its great", 'cardboardcat', '2026-02-14'),
    ],
    translations: {
      'de-DE': {
        name: 'Stauwasser, ein Gezeitenspiel für 2 bis 4',
        summary:
          'Ein kleines Boot, ein Laderaum voller verderblicher Ware und ein Hafen, der nur sechs von zwölf Runden tief genug ist. Ein Spiel um den richtigen Moment, mit wenig Glück und sehr viel Schlick.',
        description: [
          'In Stauwasser wollen alle im selben Augenblick an den Kai. Die Tide steigt und fällt auf einem Rad in der Mitte des Plans. Jede Runde dauert eine Stunde, und was um vier noch schwamm, liegt um sechs auf Grund. Man kann sich beeilen, warten, blockieren, den Hafenmeister bestechen oder im Schlick sitzen bleiben und den anderen seine Makrelen verkaufen.',
          'Würfel gibt es nicht. Jeden Morgen wird eine Wetterkarte aufgedeckt, die alle sehen, und jeder hält eine Ladung auf der Hand, die niemand sieht. Die Regeln passen auf zwei Seiten einer Karte.',
          'Der Spielplan ist die Seekarte einer erfundenen Flussmündung, gezeichnet von einer Frau, die früher echte zeichnete. Boote und Fracht sind aus Holz. Zu zweit ist es ein Duell, zu dritt eine Verschwörung, zu viert eine Regatta.',
        ],
      },
    },
  }),
  product({
    id: 'puzzle-1000',
    sku: 'LH-PZ-1000-04',
    gtin: '5060448710447',
    brand: lanternHare,
    categories: puzzles,
    name: '1,000-piece puzzle, The Night Ferry',
    slug: 'the-night-ferry-1000-piece-puzzle',
    summary: 'A ferry, a great deal of dark water and 41 lit windows, in each of which something is going on.',
    description: [
      'Most of the picture is night. That is what makes it difficult, and the windows are what makes it worth while. In one, a man is teaching a parrot cards. In another two people are not speaking to each other. In the galley something has boiled over. You will know these people well by Sunday evening.',
      'The pieces are cut by a die that was bent by hand, with no two shapes alike, from board two millimetres thick. They fit so well that a finished row can be picked up. The surface is uncoated and does not shine under a lamp.',
      'The box is small, since there is no reason for it to be large. There is a poster of the picture inside, and a list of what to look for, sealed, for the very end.',
      lanternHareNote,
      'Ottoline Graves drew the ferry over one winter from the window of a boarding house in Oban, and put into it everybody who had ever told her a good story on board. There is a sequel under way, by day, in which it will turn out what the parrot was after.',
    ],
    attributes: [
      ['Pieces', '1000'],
      ['Finished size', '68 × 48', 'cm'],
      ['Board', '2', 'mm'],
      ['Illustrator', 'Ottoline Graves'],
    ],
    images: [
      'Half-finished puzzle of a ferry at night with rows of yellow windows',
      'Four pieces of very different shape on the palm of a hand',
    ],
    createdAt: '2025-02-18T14:00:00Z',
    price: gbp(2200),
    stock: lowStock(8, 21),
    related: ['harbour-game', '7', 'paper-globe-pendant'],
    reviews: [
      bought(
        5,
        'The parrot is winning',
        'We found it at midnight and woke the children up to show them.',
        'The Lowes',
        '2025-04-21',
      ),
      bought(
        2,
        'One piece short',
        '999. You can imagine. They sent one by post in a tiny envelope within three days, so two stars instead of one.',
        'Enid',
        '2025-11-13',
      ),
      bought(4, null, 'Muy oscuro, muy difícil, muy bonito.', 'Pilar', '2026-01-19'),
    ],
  }),
  product({
    id: 'glass-marbles',
    sku: 'MT-302-MRB',
    brand: merrow,
    categories: wooden,
    name: 'Bag of twenty-five glass marbles',
    summary: 'Twenty-four ordinary ones and one that is not, in a cotton bag with a drawstring.',
    description: [
      'Hand-gathered glass from a small works in Thuringia that still cuts its canes with a hot knife: twenty-four cat’s-eyes, swirls and clears of sixteen millimetres, and a single shooter of twenty-five, which is different in every bag and about which we will say no more. They are thumbed over one by one before they go in, so that none has a chip to catch on; the bag is sewn from the ends of sailcloth, holds a few more than twenty-five, since one always wins some, and has a loop to hang it by from the end of a bed.',
    ],
    attributes: [
      ['Marbles', '25'],
      ['Diameter', '16 and 25', 'mm'],
      ['Material', 'Glass'],
      ['Age', '5+', 'years'],
    ],
    images: ['Open cotton bag with glass marbles rolling out over floorboards'],
    createdAt: '2026-04-11T13:13:00Z',
    price: gbp(750),
    stock: inStock(230),
    related: [],
    reviews: [],
  }),
  product({
    id: 'stunt-kite',
    sku: 'MT-510-KIT',
    gtin: '5034550051057',
    brand: merrow,
    categories: outside,
    name: 'Petrel two-line kite',
    summary:
      'A kite for the beach that flies in next to nothing, turns on a sixpence and can be sat upon. Gone for this season.',
    description: [
      'The Petrel flies from a whisper of wind, two on the Beaufort scale, when flags are still thinking about it. It does so because it weighs 190 grams and has no more sticks in it than it needs. In a strong breeze it becomes quick and a bit rude; above six, come home.',
      'It is made of ripstop nylon with the seams folded four times, on rods of glass fibre that bend instead of snapping. If one does snap, the spare in the bag slides into its place without tools, even with sand on everything.',
      'Two lines of twenty-five metres come with it, sleeved at the ends and of the same length to a centimetre, and two straps for the wrists. Loops are learned in ten minutes. Landing takes the rest of the holiday.',
      'We sew kites from January to May and sell them until they are gone. They are gone.',
      'A word to the cautious: a two-line kite of this size will not lift a child, but it will make one run. Gloves are a good idea for the first hour. Keep away from power lines, roads, horses and people who are asleep, and stop at the first thunder, not at the second.',
    ],
    attributes: [
      ['Span', '150', 'cm'],
      ['Weight', '190', 'g'],
      ['Wind', '2–6', 'Bft'],
      ['Lines', '2 × 25', 'm'],
      ['Age', '8+', 'years'],
    ],
    images: [
      'Yellow and grey kite looping over a wide beach',
      'Kite packed in its bag beside a pair of shoes',
      'Wrist straps and two reels of line',
    ],
    createdAt: '2025-05-01T06:00:00Z',
    price: gbp(4600),
    stock: outOfStock(),
    reviews: [
      bought(5, null, 'Flew when nothing else on the beach did.', 'Kieran', '2025-07-26'),
      bought(4, 'Needs space', 'Do not fly near dogs. Or hats.', 'Astrid N.', '2025-08-09'),
    ],
  }),
];

import type { CatalogueEntry } from '../entry.ts';
import { bought, category, gbp, inStock, lowStock, product, unverified } from './product.ts';

const root = category('c1000', 'Pantry');
const drinks = category('c1010', 'Tea and coffee');
const tea = [root, drinks, category('c1011', 'Tea')];
const coffee = [root, drinks, category('c1012', 'Coffee')];
const larder = [root, category('c1020', 'Larder')];
const sweets = [root, category('c1030', 'Chocolate and fruit')];

const ninegates = { id: 'ninegates', name: 'Ninegates Coffee' };
const ujikawa = { id: 'ujikawa-seicha', name: 'Ujikawa Seicha' };
const tidewrack = { id: 'tidewrack', name: 'Tidewrack Larder' };
const nakhla = { id: 'nakhla', name: 'Nakhla' };

const tidewrackNote =
  'Tidewrack Larder keeps a small smokehouse, a jam kitchen and a chocolate room between Crail and Arbroath, with the same eleven pairs of hands in all three. Jars, tins and wrappers go into the ordinary recycling, and orders are packed in newspaper that is generally worth reading.';

const nakhlaNote =
  'Nakhla was founded by two sisters from Giza who could not find the food of their childhood in London and began to bring it in their luggage. They still visit each grower once a year, agree on a price before the harvest and pay half of it in advance.';

export const pantry: CatalogueEntry[] = [
  product({
    id: 'sencha-uji',
    sku: 'UJK-SEN-100',
    gtin: '4968771010016',
    brand: ujikawa,
    categories: tea,
    name: 'First-flush sencha from Uji, 100 g',
    summary:
      'Picked in the first week of May, steamed within the hour, and in its tin before the swallows have settled in. Grass, sea and a long sweet finish.',
    description: [
      'On the eighty-eighth night after the beginning of spring by the old calendar, the pickers go out before it is light. What they take is two leaves and a bud. By evening the leaves have been steamed, rolled four times and dried, and the whole garden smells of it.',
      'Ujikawa Seicha is a family with two hectares on the slopes above the river at Uji. For ten days before the harvest the rows are shaded with straw, a habit from the making of gyokuro, which makes the leaf greener and rounder. It is not usual for sencha, and it is why we buy it.',
      'Brew it cooler than you think: seventy degrees, a heaped teaspoon to a small cup, one minute. Pour out every drop. The second infusion needs a few seconds only, and the third may have boiling water. After that some people eat the leaves with soy sauce, and they are right.',
      'The tin has a second lid. Keep it cool, keep it shut, drink it this year.',
      'The card in the tin is written by the grandmother, who has made the tea for fifty-one springs, and says what the weather was like. This year: a late frost on the ninth of April, then sun, then nothing to complain of.',
    ],
    attributes: [
      ['Contents', '100', 'g'],
      ['Harvest', 'May 2026'],
      ['Cultivar', 'Yabukita, Okumidori'],
      ['Water', '70', '°C'],
      ['Origin', 'Uji, Kyoto, Japan'],
    ],
    images: [
      'Green needle-shaped tea leaves on white paper',
      'Tin with a paper label beside a small cup of pale green tea',
      'Rows of tea bushes half covered with straw',
    ],
    createdAt: '2026-06-08T03:00:00Z',
    price: gbp(2400),
    stock: inStock(96),
    reviews: [
      bought(
        5,
        '新茶の香り',
        '封を切った瞬間の香りが素晴らしい。低めの温度でゆっくり淹れるのがおすすめです。',
        '加藤 静',
        '2026-06-25',
      ),
      bought(5, null, 'I had no idea tea could taste of broth. In a good way.', 'Ned', '2026-07-11'),
      bought(
        3,
        'Fishy?',
        'Follow the instructions. At 100° it tastes of aquarium, at 70° of spring.',
        'Tilda',
        '2026-08-04',
      ),
    ],
    translations: {
      'ja-JP': {
        name: '宇治の一番茶 煎茶 100g',
        summary: '五月の第一週に摘み、その日のうちに蒸して仕上げた一番茶です。若草と海の香り、長く続く甘い余韻。',
        description: [
          '八十八夜のころ、摘み子たちは夜明け前に茶園へ出ます。摘むのは一芯二葉だけ。夕方までに蒸し、四度揉み、乾かすと、園じゅうが新茶の香りに包まれます。',
          '宇治川製茶は、宇治川を見下ろす斜面に二町歩の茶園を持つ家族です。収穫前の十日間、玉露のように藁で覆いをかけます。煎茶では珍しいこのひと手間で、葉の緑は深く、味は丸くなります。',
          'お湯は七十度、小さな湯呑みに茶さじ山盛り一杯、一分待って最後の一滴まで注いでください。二煎目は数秒、三煎目は熱湯でも。残った葉は、お醤油を少し垂らしておひたしに。',
        ],
      },
    },
  }),
  product({
    id: 'smoked-lapsang',
    sku: 'TW-TEA-LAP',
    gtin: '5060880102053',
    brand: tidewrack,
    categories: tea,
    name: 'Beech-smoked black tea, 80 g',
    summary: 'A whole-leaf black tea, smoked over beech in Arbroath by people who otherwise do haddock.',
    description: [
      'It began as a bet. There is a smokehouse by the harbour at Arbroath that is cold on Mondays, and a tea merchant round the corner who had drunk in it. The first kilogram tasted of fish, and so did the second. The third was smoked in a new kiln.',
      'The tea is a large-leafed Assam of the second flush, with malt enough to stand up to the smoke. It lies on linen trays above smouldering beech for six hours, is turned once and then rested for a month, while the harshness goes and the rest stays.',
      'Take it black or with milk. A spoonful in the pot with ordinary tea does for a whole afternoon, and a pinch of it ground fine does wonders for a baked potato.',
      tidewrackNote,
      'Keep the tin away from other teas, or they will all be smoked by Easter. It does no harm to the coffee. Some buy it for the cupboard alone.',
    ],
    attributes: [
      ['Contents', '80', 'g'],
      ['Smoked over', 'Beech'],
      ['Water', '100', '°C'],
      ['Infuse', '4', 'min'],
    ],
    images: ['Dark twisted tea leaves on a linen tray with a curl of smoke'],
    createdAt: '2025-02-03T10:00:00Z',
    price: gbp(950),
    stock: inStock(158),
    reviews: [
      bought(5, 'Campfire in a cup', 'My kitchen smells like the best night of 1998.', 'Rab', '2025-04-28'),
      bought(2, null, 'Like licking a fence.', 'Sophie', '2025-06-14'),
      bought(4, null, 'On the potato: yes.', 'Vishal', '2025-11-02'),
    ],
  }),
  product({
    id: 'house-espresso',
    sku: 'NG-HSE-250',
    gtin: '5060663025050',
    brand: ninegates,
    categories: coffee,
    name: 'House espresso, 250 g',
    slug: 'house-espresso-250-g',
    summary:
      'Two coffees from Brazil and one from Ethiopia: hazelnut, dark honey, a bit of orange peel at the end. Roasted on Tuesdays.',
    description: [
      'This is what comes out of the machine on our own counter in Lewes when you say “coffee” and nothing else. It is meant to be good every day rather than remarkable on one, and we change the parts as the harvests change in order that it should stay the same.',
      'At the moment it is half a pulped natural from Fazenda Boa Esperança, a third of another from across the valley, and the rest a washed Guji that puts the window open. We roast it medium, to the point where the sugars have gone brown and the oil is still inside.',
      'For espresso try eighteen grams in and thirty-eight out in twenty-eight seconds, at 93 degrees. It is kind to milk. In a moka pot it is the coffee of your holidays, and as a filter it is, let us say, straightforward.',
      'Beans are best between the fifth day and the fortieth. The date on the bag is the date of roasting, since the other one tells you nothing.',
      'The bag is paper with a lining of starch and goes on the compost with the grounds. Orders that reach us by Monday noon are roasted on Tuesday and posted on Wednesday; the rest wait a week, since we would rather have you wait than have the coffee do so.',
    ],
    attributes: [
      ['Contents', '250', 'g'],
      ['Roast', 'Medium'],
      ['Origins', 'Brazil, Ethiopia'],
      ['Altitude', '1100–2000', 'm'],
      ['Bag', 'Paper, compostable'],
    ],
    images: ['Brown paper bag of coffee with a stamped date', 'Espresso running into a small white cup'],
    variants: [
      { id: 'house-espresso-beans', sku: 'NG-HSE-250-WB', options: { Grind: 'Whole beans' } },
      { id: 'house-espresso-espresso', sku: 'NG-HSE-250-ES', options: { Grind: 'Espresso' } },
      { id: 'house-espresso-moka', sku: 'NG-HSE-250-MK', options: { Grind: 'Moka pot' } },
      { id: 'house-espresso-filter', sku: 'NG-HSE-250-FL', options: { Grind: 'Filter' } },
    ],
    createdAt: '2023-01-20T07:30:00Z',
    price: gbp(980),
    stock: inStock(1490),
    reviews: [
      bought(
        5,
        'Smells like Saturday',
        'We have the espresso grind for the little machine and the beans for guests. Both go in the freezer, whatever anyone says.',
        'Rufus & Jan',
        '2023-04-22',
      ),
      bought(4, null, 'Very decent with milk, a bit plain without.', 'Kwabena', '2023-09-16'),
      bought(5, '毎朝これ', 'カフェラテにすると香ばしくて甘いです。定期便にしてほしい。', '岡田', '2024-02-04'),
      bought(
        5,
        null,
        'Un café qui met tout le monde d’accord au bureau, ce qui n’est pas rien.',
        'Service compta',
        '2024-05-31',
      ),
      bought(
        2,
        'Changed?',
        'The bag I had in spring was fruitier. I know they say that it changes so as to stay the same. Mine changed.',
        'M. Ostrowska',
        '2024-06-27',
      ),
      bought(5, null, '☕☕☕☕☕', 'Bea', '2025-03-30'),
      unverified(
        1,
        'never arrived',
        "still waiting!!! (edit: it was at the neighbour's. sorry. coffee is good)",
        'gaz',
        '2025-08-26',
      ),
      bought(4, null, 'قهوة متوازنة ومناسبة للإسبريسو، لكن الكيس صغير.', 'طارق', '2026-01-24'),
      bought(
        5,
        'Holiday in a pot',
        'In the moka, with the window open. They were right about that.',
        'Francesco',
        '2026-06-11',
      ),
      bought(5, null, 'Every three weeks since 2023.', 'J. Mortimer', '2026-08-17'),
      bought(
        4,
        'Dependable',
        'Not the wildest coffee in the cupboard, but the one that is always empty first.',
        'Ines K.',
        '2024-07-18',
      ),
      bought(5, 'Rund und süß', 'Sehr gute Crema, wenig Säure. Röstdatum war drei Tage alt.', 'Detlef', '2025-01-12'),
      bought(3, null, 'Bag arrived open. Coffee fine, hallway fragrant.', 'Siobhan', '2025-05-15'),
      bought(5, null, 'Un expreso redondo, con mucho cuerpo.', 'Gonzalo', '2025-10-27'),
    ],
    related: ['gooseneck-kettle', 'hand-grinder', 'dallah-coffee-pot', 'dark-chocolate'],
  }),
  product({
    id: 'seville-marmalade',
    sku: 'TW-MARM-340',
    gtin: '5060880134047',
    brand: tidewrack,
    categories: larder,
    name: 'Seville orange marmalade, 340 g',
    summary:
      'Thick-cut, dark and bitter enough for grown-ups. Made in January, in copper, until there are no more oranges.',
    description: [
      'The Seville orange is no good for anything but marmalade, and nothing else is any good for it. The fruit comes off the trees along the Guadalquivir in the second week of January and is in our pans at Crail by the end of the third.',
      'We cut the peel by hand, because a machine makes it all the same and one ought to be able to choose. It is soaked overnight with the pips in a muslin bag, boiled until soft, and only then does the sugar go in: half of it pale, half of it muscovado, which is what makes it dark. Each pan holds thirty jars and is stirred by one person, who signs the lids.',
      'There is nothing in it but oranges, lemons, sugar and water. It keeps for two years in the cupboard and, once it has been opened, until about Thursday.',
      tidewrackNote,
      'Besides toast it has its uses. A spoonful melts into the pan after duck, another into a steamed pudding, and a third, shaken with gin and lemon, is said to be a breakfast in certain hotels. The empty jar holds exactly one bunch of snowdrops.',
    ],
    attributes: [
      ['Net weight', '340', 'g'],
      ['Fruit', '52', '%'],
      ['Ingredients', 'Seville oranges, cane sugar, lemons, water'],
      ['Season', 'January 2026'],
    ],
    images: [
      'Jar of dark marmalade with thick strips of peel, held to the light',
      'Toast with marmalade and one bite gone',
    ],
    createdAt: '2026-01-29T09:00:00Z',
    price: gbp(575),
    stock: inStock(712),
    reviews: [
      bought(5, null, 'Bitter. Correct.', 'Canon Hughes', '2026-02-18'),
      bought(5, 'Signed by Senga', 'Every jar so far has been a Senga. I feel I know her.', 'Priscilla', '2026-04-12'),
      bought(2, 'Too chunky', 'Bits the size of pencils', 'Ollie (9)', '2026-05-03'),
    ],
  }),
  product({
    id: 'olive-oil',
    sku: 'NKH-OIL-500',
    gtin: '6224001080029',
    brand: nakhla,
    categories: larder,
    name: 'Siwa olive oil, 500 ml',
    summary:
      'Green, peppery oil from an oasis near the Libyan border, pressed by hand-turned stone and filtered through cotton.',
    description: [
      'Siwa lies in a hollow eighteen metres below the sea, with three hundred springs in it and the Great Sand Sea on its doorstep. There have been olives there since before there were any records of them, and some of the trees still standing were old when Alexander came to ask the oracle about his father.',
      'The fruit is Hamed and Watiken, picked by hand in October while half of it is green, and milled on the same day under a stone. The paste is spread upon mats of palm fibre and pressed once. What runs out is cloudy, and clears by itself over the winter.',
      'It tastes of cut grass and green almonds, and catches in the throat at the end, which is the sign of a young oil with something in it. Use it raw: over beans, over soft cheese, over a tomato that deserves it.',
      'The bottle is dark, and you should keep it that way.',
      nakhlaNote,
    ],
    attributes: [
      ['Contents', '500', 'ml'],
      ['Acidity', '0.3', '%'],
      ['Varieties', 'Hamed, Watiken'],
      ['Harvest', 'October 2025'],
      ['Origin', 'Siwa, Egypt'],
    ],
    images: ['Dark bottle of oil beside bread and a saucer of green oil', 'Stone mill in a mud-brick room'],
    createdAt: '2026-03-19T12:30:00Z',
    price: gbp(1650, 1400),
    stock: lowStock(10, 45),
    reviews: [
      bought(5, 'زيت ممتاز', 'طعمه طازج ولاذع قليلا كما يجب أن يكون زيت الزيتون البكر.', 'حسن البدري', '2026-05-09'),
      bought(4, null, 'Makes you cough. I am told this is a compliment.', 'Lynette', '2026-06-16'),
    ],
    translations: {
      'ar-EG': {
        name: 'زيت زيتون سيوة، 500 مل',
        summary: 'زيت أخضر لاذع من واحة سيوة، معصور على الحجر في يوم القطف ومصفى بالقطن.',
        description: [
          'تقع سيوة في منخفض ينزل ثمانية عشر مترا تحت سطح البحر، فيه ثلاثمئة عين ماء، وعلى بابه بحر الرمال الأعظم. الزيتون فيها أقدم من كل ما كُتب عنها، وبعض الأشجار القائمة اليوم كانت عجوزا حين جاء الإسكندر يسأل العرّاف.',
          'الثمر من صنفي الحامض والوطيقن، يُقطف باليد في أكتوبر ونصفه أخضر، ويُطحن في اليوم نفسه تحت الحجر، ثم تُفرش العجينة على حصر من ليف النخيل وتُعصر مرة واحدة. يخرج الزيت عكرا ويصفو وحده خلال الشتاء.',
          'طعمه من العشب المقصوص واللوز الأخضر، مع لذعة في آخر الحلق هي علامة الزيت الجديد. يُستعمل نيئا: على الفول، وعلى الجبن الأبيض، وعلى طماطم تستحقه.',
        ],
      },
    },
  }),
  product({
    id: 'siwa-dates',
    sku: 'NKH-DAT-400',
    gtin: '6224001080197',
    brand: nakhla,
    categories: sweets,
    name: 'Siwi dates, 400 g',
    summary: 'Soft, amber, not too sweet: dates that were dried on the palm and have had nothing done to them since.',
    description: [
      'The Siwi is a half-dry date, longer than it is broad and about as soft as a good caramel. It is left to ripen on the tree until November, when the skin has gone from red to amber and begun to wrinkle, and cut by men who climb with a belt of palm fibre and no shoes.',
      'There are eighty thousand palms at Siwa, and every one has an owner and most of them a name. These come from four gardens which belong to cousins. The dates are sorted by their mothers, washed in spring water, dried in the shade and packed in boxes of palm-leaf board.',
      'No sugar, no glucose, no paraffin: look at the label of other dates and you will see why we mention it. The white bloom that sometimes appears is their own sugar coming out, and goes if you warm them.',
      'Eat them with coffee, with blue cheese, or slit and stuffed with a whole almond.',
      nakhlaNote,
    ],
    attributes: [
      ['Net weight', '400', 'g'],
      ['Variety', 'Siwi'],
      ['Harvest', 'November 2025'],
      ['Ingredients', 'Dates'],
    ],
    images: ['Box of plaited palm leaf full of amber dates', 'Date cut open with an almond in it'],
    createdAt: '2026-01-15T10:00:00Z',
    price: gbp(850),
    stock: inStock(266),
    reviews: [
      bought(5, null, 'طعم زمان.', 'أم ياسين', '2026-03-02'),
      bought(5, 'With stilton', 'Trust me.', 'Edwin', '2026-03-20'),
      bought(4, null, 'Sehr aromatisch, ein paar Kerne mehr als erwartet ;)', 'Britta', '2026-04-27'),
    ],
    translations: {
      'ar-EG': {
        name: 'تمر سيوي، 400 غرام',
        summary: 'تمر طري بلون الكهرمان، حلاوته معتدلة، جف على النخلة ولم يُضف إليه شيء بعدها.',
        description: [
          'التمر السيوي نصف جاف، أطول منه عرضا، وقوامه كقوام الكراميل الجيد. يُترك على النخلة حتى نوفمبر، حين تتحول قشرته من الأحمر إلى الكهرماني وتبدأ في التجعد، ثم يقطعه رجال يصعدون حفاة بحزام من الليف.',
          'في سيوة ثمانون ألف نخلة، لكل منها صاحب ولأكثرها اسم. يأتي هذا التمر من أربعة بساتين لأبناء عمومة، تفرزه الأمهات ويُغسل بماء العين ويجفف في الظل ويُعبأ في علب من سعف النخيل.',
          'لا سكر ولا جلوكوز ولا شمع. أما البياض الذي يظهر عليه أحيانا فهو سكره الطبيعي، ويزول إذا دُفئ قليلا.',
        ],
      },
      'de-DE': { name: 'Siwi-Datteln, 400 g' },
    },
  }),
  product({
    id: 'dark-chocolate',
    sku: 'TW-CHOC-72-70',
    gtin: '5060880172049',
    brand: tidewrack,
    categories: sweets,
    name: 'Dark chocolate with sea salt, 70 g',
    summary:
      'Seventy-two per cent, from one cooperative in Tanzania, with flakes of salt that somebody boiled out of the Firth of Forth.',
    description: [
      'The cooperative at Mbingu buys wet beans from some two thousand farmers in the Kilombero valley, pays them on the spot and ferments everything in one place, which is the difference between cocoa and good cocoa. We take two tonnes a year, and we know what they were paid, because it is printed on the inside of the wrapper.',
      'The beans are roasted lightly, winnowed and ground between granite rollers for three days with nothing but raw sugar. Red berries come first, then malt, then a bit of tobacco. The salt goes on the back of the bar while it is still soft, from a height, by hand; it should be a surprise and not a layer.',
      'The wrapper is paper, inside and out. Break off a square, put it on your tongue, and do nothing for a minute.',
      tidewrackNote,
    ],
    attributes: [
      ['Net weight', '70', 'g'],
      ['Cocoa', '72', '%'],
      ['Origin', 'Kilombero, Tanzania'],
      ['Allergens', 'May contain hazelnuts and milk'],
    ],
    images: [
      'Dark bar with white flakes of salt, one row broken off',
      'Inside of the wrapper with the price paid to the growers',
    ],
    createdAt: '2024-09-27T11:45:00Z',
    price: gbp(450, 380),
    stock: inStock(903),
    reviews: [
      bought(5, 'A minute', 'I lasted twenty seconds.', 'Cosima', '2024-11-11'),
      bought(4, null, 'Good. Would like a bigger bar.', 'everyone i know', '2025-02-01'),
      bought(5, null, 'Fruité, salé juste comme il faut.', 'Basile', '2025-12-16'),
      bought(3, 'Salt', 'uneven – one square none, next square the sea', 'Toby', '2026-06-02'),
    ],
  }),
];

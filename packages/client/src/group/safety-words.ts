/** 512 words that are short, easily told apart when read aloud, and known to most. Their order is part of the number. */
export const safetyWords: readonly string[] = `
  air alley almond alpine amber angel ankle apple apricot apron arch arm arrow artist aspen aunt autumn baby badge
  bag baker ball balloon banana band bank barley barn barrel basket bath bay beach bead beam bear beard beaver bed
  beech bell bench berry bicycle birch bird biscuit blossom boat bone book boot bottle bowl box brain branch bread
  brick bridge broom brother brown brush bud bulb bus bush butter button cable cactus cake calf camel camera
  candle canoe canyon cap captain car carpet carrot cart castle cat cave cellar chain chair chalk charm cheese
  chess chest chicken chimney chin church circle citrus city clay cliff cloud coach coal coast coat cobbler coffee
  coin comb comet compass copper cork corn corner cotton cousin cow crane crayon cream creek cricket crown cube
  cup curtain cushion cycle daisy dawn day desert desk dial diamond dish dog dolphin donkey door dove drawer dream
  dress drum duck dune eagle ear earth easel echo elbow elephant elk ember engine envelope fabric falcon family
  farm father feather fern ferry fiddle field fig finch fir fire fish fjord flag flame flint floor flute foal fog
  forest fountain fox frame freckle friend frog fruit galaxy garden garlic gate giant giraffe glacier glass globe
  glove gold grain grape grass gravel green gull hail hall hammer hand harbour hat hawk hazel heart hedge helmet
  heron herring hill hinge honey hood horn horse hotel house ice igloo ink iris iron island ivory ivy jam jar
  jasmine jelly jewel jigsaw july jungle juniper kangaroo kayak kettle king kitchen kite kitten knee koala lace
  ladder lady lamb lamp lark laundry lava lawn leaf leather lentil letter library lilac lily lime lion lizard
  lobster lotus lunch lynx maple marble market mask mast meadow melon metal midnight milk mill mint mist mitten
  mole monkey month moon morning moss moth mother motor mountain mouth mug mushroom music mustard napkin neck
  needle nest net noodle notebook november nut oak oasis oat october olive onion orange orchard organ oven owl
  oyster paddle paint palace panda paper parade park parrot parsley peanut pebble pelican pencil penguin pepper
  piano picnic pigeon pillow pilot pine pirate pitcher planet plate plum poem pond pony poppy potato powder puddle
  puffin pumpkin puppy purple puzzle quartz queen quill quilt rabbit radio raft raisin ranch raven reed reindeer
  rice ring river robin rock rocket room rope rubber ruby rug ruler safari salad salmon salt sand sandal sauce
  saucer scarf school scissors seal seed shadow sheep shelf shell ship shirt shoe shore shovel sister sky sleeve
  slipper snail snow soap soil song soup spade sparrow spice spinach spoon spring spruce square squirrel star
  station steam stone storm stove stream street string sugar summer sunset sweater swing table tailor teacher
  temple tent thistle thread throne thumb thunder tile timber toast tomato tongue tower town toy tractor train
  tray trout truck trumpet tulip tunnel turnip twig twin umbrella uncle unicorn valley vase velvet village vine
  violet violin voyage waffle wagon walnut walrus water wax weather wheat wheel whistle white wind window wing
  winter wolf wool yacht yard yellow yogurt zebra zero
`
  .trim()
  .split(/\s+/)

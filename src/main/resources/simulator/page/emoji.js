/* Emoji by their short names in https://github.com/iamcal/emoji-data; a name that is not here stands for itself. */
const NAMED = `
  +1 👍 -1 👎 100 💯 1234 🔢 abc 🔤 airplane ✈️ alarm_clock ⏰ alien 👽 ambulance 🚑 anchor ⚓ angry 😠 anguished 😧 ant 🐜
  apple 🍎 arrow_down ⬇️ arrow_forward ▶️ arrow_heading_down ⤵️ arrow_heading_up ⤴️ arrow_left ⬅️ arrow_lower_right ↘️
  arrow_right ➡️ arrow_right_hook ↪️ arrow_up ⬆️ arrow_upper_right ↗️ arrows_clockwise 🔃 arrows_counterclockwise 🔄
  art 🎨 astonished 😲 baby 👶 balloon 🎈 ballot_box_with_ballot 🗳️ bank 🏦 bar_chart 📊 barber 💈 battery 🔋
  beach_with_umbrella 🏖️ bear 🐻 bee 🐝 beer 🍺 beers 🍻 beetle 🪲 bell 🔔 bicyclist 🚴 bike 🚲 bird 🐦 birthday 🎂
  black_circle ⚫ black_heart 🖤 black_large_square ⬛ blossom 🌼 blue_book 📘 blue_heart 💙 blush 😊 boat ⛵ bomb 💣 book 📖
  bookmark 🔖 bookmark_tabs 📑 books 📚 boom 💥 bouquet 💐 bow 🙇 bowling 🎳 boy 👦 brain 🧠 bread 🍞 bricks 🧱 briefcase 💼
  broken_heart 💔 broom 🧹 bug 🐛 building_construction 🏗️ bulb 💡 bullettrain_side 🚄 burrito 🌯 bus 🚌 bust_in_silhouette 👤
  busts_in_silhouette 👥 butterfly 🦋 cactus 🌵 cake 🍰 calendar 📆 call_me_hand 🤙 calling 📲 camera 📷 candle 🕯️ car 🚗
  card_file_box 🗃️ card_index 📇 card_index_dividers 🗂️ carrot 🥕 cat 🐱 chart 💹 chart_with_downwards_trend 📉
  chart_with_upwards_trend 📈 checkered_flag 🏁 cheese_wedge 🧀 cherry_blossom 🌸 christmas_tree 🎄 clap 👏 clapper 🎬
  clipboard 📋 clock1 🕐 clock12 🕛 clock3 🕒 clock9 🕘 closed_book 📕 closed_lock_with_key 🔐 cloud ☁️ clown_face 🤡
  cocktail 🍸 coffee ☕ coin 🪙 cold_sweat 😰 compass 🧭 compression 🗜️ computer 💻 confetti_ball 🎊 confounded 😖 confused 😕
  construction 🚧 construction_worker 👷 control_knobs 🎛️ cookie 🍪 cool 🆒 cop 👮 copyright ©️ couch_and_lamp 🛋️ cow 🐮
  crab 🦀 credit_card 💳 crossed_fingers 🤞 crossed_swords ⚔️ crown 👑 cry 😢 crystal_ball 🔮 cupid 💘 cyclone 🌀 dancer 💃
  dango 🍡 dark_sunglasses 🕶️ dart 🎯 dash 💨 date 📅 department_store 🏬 desktop_computer 🖥️
  diamond_shape_with_a_dot_inside 💠 disappointed 😞 dizzy 💫 dizzy_face 😵 dna 🧬 dog 🐶 dollar 💵 dolphin 🐬 door 🚪
  double_vertical_bar ⏸️ dove_of_peace 🕊️ dragon 🐉 droplet 💧 duck 🦆 dvd 📀 e-mail 📧 eagle 🦅 ear 👂 earth_africa 🌍
  earth_americas 🌎 earth_asia 🌏 egg 🥚 eight 8️⃣ electric_plug 🔌 elephant 🐘 email ✉️ envelope ✉️ envelope_with_arrow 📩
  euro 💶 exclamation ❗ exploding_head 🤯 expressionless 😑 eyeglasses 👓 eyes 👀 face_palm 🤦 face_with_monocle 🧐
  face_with_rolling_eyes 🙄 face_with_thermometer 🤒 facepunch 👊 factory 🏭 fallen_leaf 🍂 fast_forward ⏩ fax 📠 fearful 😨
  file_cabinet 🗄️ file_folder 📁 film_frames 🎞️ fire 🔥 fire_engine 🚒 fire_extinguisher 🧯 fireworks 🎆
  first_place_medal 🥇 fish 🐟 fist ✊ five 5️⃣ flashlight 🔦 floppy_disk 💾 flushed 😳 fog 🌫️ football 🏈 footprints 👣
  four 4️⃣ four_leaf_clover 🍀 fox_face 🦊 free 🆓 fries 🍟 frog 🐸 fuelpump ⛽ game_die 🎲 gear ⚙️ gem 💎 ghost 👻 gift 🎁
  girl 👧 globe_with_meridians 🌐 goal_net 🥅 golf ⛳ grapes 🍇 green_apple 🍏 green_book 📗 green_heart 💚 green_salad 🥗
  grey_exclamation ❕ grey_question ❔ grimacing 😬 grin 😁 grinning 😀 guardsman 💂 guitar 🎸 hamburger 🍔 hammer 🔨
  hammer_and_pick ⚒️ hammer_and_wrench 🛠️ hamster 🐹 hand ✋ handshake 🤝 hash #️⃣ hatched_chick 🐥 headphones 🎧
  hear_no_evil 🙉 heart ❤️ heart_eyes 😍 heartbeat 💓 heartpulse 💗 hearts ♥️ heavy_check_mark ✔️ heavy_division_sign ➗
  heavy_dollar_sign 💲 heavy_exclamation_mark ❗ heavy_minus_sign ➖ heavy_multiplication_x ✖️ heavy_plus_sign ➕
  hedgehog 🦔 helicopter 🚁 herb 🌿 hibiscus 🌺 high_brightness 🔆 hospital 🏥 hot_pepper 🌶️ hotel 🏨 hourglass ⌛
  hourglass_flowing_sand ⏳ house 🏠 hugging_face 🤗 hushed 😯 i_love_you_hand_sign 🤟 ice_cream 🍨 ice_cube 🧊 icecream 🍦
  id 🆔 imp 👿 inbox_tray 📥 incoming_envelope 📨 infinity ♾️ information_desk_person 💁 information_source ℹ️ innocent 😇
  interrobang ⁉️ iphone 📱 jack_o_lantern 🎃 japanese_ogre 👹 jigsaw 🧩 joy 😂 joystick 🕹️ key 🔑 keyboard ⌨️ keycap_ten 🔟
  kissing_heart 😘 kiwifruit 🥝 knife 🔪 koala 🐨 label 🏷️ ladder 🪜 lady_beetle 🐞 large_blue_circle 🔵 large_blue_diamond 🔷
  large_blue_square 🟦 large_brown_circle 🟤 large_green_circle 🟢 large_green_square 🟩 large_orange_circle 🟠
  large_orange_diamond 🔶 large_orange_square 🟧 large_purple_circle 🟣 large_red_square 🟥 large_yellow_circle 🟡
  large_yellow_square 🟨 laughing 😆 leaves 🍃 ledger 📒 lemon 🍋 level_slider 🎚️ light_rail 🚈 lightning 🌩️ link 🔗
  linked_paperclips 🖇️ lion_face 🦁 lobster 🦞 lock 🔒 lock_with_ink_pen 🔏 lollipop 🍭 loop ➿ loud_sound 🔊 loudspeaker 📢
  low_brightness 🔅 lower_left_ballpoint_pen 🖊️ lying_face 🤥 mag 🔍 mag_right 🔎 magic_wand 🪄 magnet 🧲 mailbox 📫
  mailbox_with_mail 📬 man 👨 mango 🥭 mantelpiece_clock 🕰️ maple_leaf 🍁 mask 😷 mechanical_arm 🦾 medal 🎖️ mega 📣
  melting_face 🫠 memo 📝 microphone 🎤 microscope 🔬 money_mouth_face 🤑 money_with_wings 💸 moneybag 💰 monkey 🐒
  monkey_face 🐵 moon 🌔 mortar_board 🎓 mountain ⛰️ mouse 🐭 mouse_trap 🪤 movie_camera 🎥 moyai 🗿 muscle 💪 mushroom 🍄
  musical_note 🎵 mute 🔇 nail_care 💅 name_badge 📛 nauseated_face 🤢 nerd_face 🤓 neutral_face 😐 new 🆕 newspaper 📰
  night_with_stars 🌃 nine 9️⃣ ninja 🥷 no_bell 🔕 no_entry ⛔ no_entry_sign 🚫 no_good 🙅 no_mouth 😶 nose 👃 notebook 📓
  notes 🎶 nut_and_bolt 🔩 o ⭕ ocean 🌊 octagonal_sign 🛑 octopus 🐙 office 🏢 ok 🆗 ok_hand 👌 ok_woman 🙆
  old_key 🗝️ older_man 👴 one 1️⃣ open_book 📖 open_file_folder 📂 open_hands 👐 open_mouth 😮 orange_book 📙 orange_heart 🧡
  outbox_tray 📤 owl 🦉 ox 🐂
  package 📦 page_facing_up 📄 page_with_curl 📃 palm_tree 🌴 palms_up_together 🤲 pancakes 🥞 panda_face 🐼 paperclip 📎
  parrot 🦜 partly_sunny ⛅ partying_face 🥳 passport_control 🛂 paw_prints 🐾 peach 🍑 penguin 🐧 pensive 😔
  performing_arts 🎭 persevere 😣 phone ☎️ pick ⛏️ pie 🥧 pig 🐷 pill 💊 pinched_fingers 🤌 pineapple 🍍 pizza 🍕
  pleading_face 🥺 point_down 👇 point_left 👈 point_right 👉 point_up ☝️ point_up_2 👆 police_car 🚓 popcorn 🍿 potato 🥔
  pouting_cat 😾 pray 🙏 printer 🖨️ punch 👊 purple_heart 💜 purse 👛 pushpin 📌 put_litter_in_its_place 🚮 question ❓
  rabbit 🐰 racehorse 🐎 radio 📻 radio_button 🔘 radioactive_sign ☢️ rage 😡 railway_car 🚃 rain_cloud 🌧️ rainbow 🌈
  raised_back_of_hand 🤚 raised_hand ✋ raised_hands 🙌 raising_hand 🙋 ram 🐏 receipt 🧾 recycle ♻️ red_car 🚗 red_circle 🔴
  registered ®️ relaxed ☺️ relieved 😌 reminder_ribbon 🎗️ repeat 🔁 restroom 🚻 rewind ⏪ ribbon 🎀 rice 🍚 ring 💍
  robot_face 🤖 rocket 🚀 rolled_up_newspaper 🗞️ roller_coaster 🎢 rolling_on_the_floor_laughing 🤣 rose 🌹
  rotating_light 🚨 round_pushpin 📍 rowboat 🚣 runner 🏃 running 🏃 safety_pin 🧷 safety_vest 🦺 saluting_face 🫡
  sandwich 🥪 satellite 🛰️ satellite_antenna 📡 satisfied 😆 sauropod 🦕 scales ⚖️ school 🏫 scissors ✂️ scorpion 🦂 scream 😱
  scroll 📜 second_place_medal 🥈 see_no_evil 🙈 seedling 🌱 seven 7️⃣ shaking_face 🫨 shallow_pan_of_food 🥘 shamrock ☘️
  shark 🦈
  sheep 🐑 shell 🐚 shield 🛡️ ship 🚢 shopping_bags 🛍️ shopping_trolley 🛒 shower 🚿 shrimp 🦐 shrug 🤷 shushing_face 🤫
  signal_strength 📶 six 6️⃣ skier ⛷️ skull 💀 skull_and_crossbones ☠️ sleeping 😴 sleepy 😪 sleuth_or_spy 🕵️
  slightly_frowning_face 🙁 slightly_smiling_face 🙂 slot_machine 🎰 sloth 🦥 small_blue_diamond 🔹 small_orange_diamond 🔸
  small_red_triangle 🔺 small_red_triangle_down 🔻 smile 😄 smiley 😃 smiling_face_with_tear 🥲 smirk 😏 smoking 🚬 snail 🐌
  snake 🐍 sneezing_face 🤧 snowflake ❄️ snowman ☃️ snowman_without_snow ⛄ soap 🧼 sob 😭 soccer ⚽ soon 🔜 sos 🆘
  sound 🔉 space_invader 👾 sparkle ❇️ sparkler 🎇 sparkles ✨ sparkling_heart 💖 speak_no_evil 🙊 speaker 🔈 speech_balloon 💬
  spider 🕷️ spider_web 🕸️
  spiral_calendar_pad 🗓️ spiral_note_pad 🗒️ sponge 🧽 squid 🦑 stadium 🏟️ star ⭐ star-struck 🤩 star2 🌟 stars 🌠
  statue_of_liberty 🗽 steam_locomotive 🚂 stethoscope 🩺 stopwatch ⏱️ strawberry 🍓 stuck_out_tongue 😛
  stuck_out_tongue_winking_eye 😜 sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ sunrise 🌅 sushi 🍣 sweat 😓
  sweat_drops 💦 sweat_smile 😅 syringe 💉 t-rex 🦖 taco 🌮 tada 🎉 tangerine 🍊 taxi 🚕 tea 🍵 technologist 🧑‍💻 teddy_bear 🧸
  telephone_receiver 📞 telescope 🔭 tennis 🎾 tent ⛺ test_tube 🧪 the_horns 🤘 thermometer 🌡️ thinking_face 🤔
  third_place_medal 🥉 thought_balloon 💭 three 3️⃣ three_button_mouse 🖱️ thumbsdown 👎 thumbsup 👍
  thunder_cloud_and_rain ⛈️ ticket 🎫 tiger 🐯 timer_clock ⏲️ tm ™️ toilet 🚽 tomato 🍅 tongue 👅 toolbox 🧰 tooth 🦷
  tophat 🎩 tornado 🌪️ tractor 🚜 traffic_light 🚥 train 🚋 triangular_flag_on_post 🚩 triangular_ruler 📐 trident 🔱
  triumph 😤 trophy 🏆 tropical_fish 🐠 truck 🚚 trumpet 🎺 tulip 🌷 turkey 🦃 turtle 🐢 tv 📺 two 2️⃣ two_hearts 💕 umbrella ☂️
  umbrella_with_rain_drops ☔ unamused 😒 underage 🔞 unicorn_face 🦄 unlock 🔓 up 🆙 upside_down_face 🙃 v ✌️
  vertical_traffic_light 🚦
  video_camera 📹 video_game 🎮 violin 🎻 volcano 🌋 volleyball 🏐 vs 🆚 walking 🚶 warning ⚠️ wastebasket 🗑️ watch ⌚
  watermelon 🍉 wave 👋
  waving_black_flag 🏴 waving_white_flag 🏳️ weary 😩 whale 🐳 wheelchair ♿ white_check_mark ✅ white_circle ⚪
  white_flower 💮 white_heart 🤍 white_large_square ⬜ white_square_button 🔳 wind_blowing_face 🌬️ window 🪟 wine_glass 🍷
  wink 😉 wolf 🐺 woman 👩 wood 🪵 woozy_face 🥴 world_map 🗺️ worm 🪱 worried 😟 wrench 🔧 writing_hand ✍️ x ❌ yarn 🧶
  yawning_face 🥱 yellow_heart 💛 yum 😋 zany_face 🤪 zap ⚡ zebra_face 🦓 zero 0️⃣ zipper_mouth_face 🤐 zombie 🧟 zzz 💤
  skin-tone-2 🏻 skin-tone-3 🏼 skin-tone-4 🏽 skin-tone-5 🏾 skin-tone-6 🏿
`;

const EMOJI = new Map([...NAMED.matchAll(/(\S+) (\S+)/g)].map(([, name, sign]) => [name, sign]));

export const emoji = (name) => EMOJI.get(name) ?? `:${name}:`;

export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name));

/* Of its code points in hexadecimal, with hyphens between them; empty if it has none. */
export const ofCode = (code) => (/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(code)
    ? String.fromCodePoint(...code.split("-").map((point) => parseInt(point, 16) % 0x110000))
    : "");

const isOfItsOwn = (name) => !name.startsWith("skin-tone");

export const emojiNames = () => [...EMOJI.keys()].filter(isOfItsOwn);

/* What people react with most. */
export const QUICK = ["+1", "white_check_mark", "eyes", "tada", "heart", "x"];

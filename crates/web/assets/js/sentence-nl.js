// Simple Dutch words for a sentence of four: "bakker tekent groene fietsen". Each list has a power of two
// of words, so that random bits choose evenly: 8 + 7 + 7 + 8 = 30 bits for a whole sentence.

// Who (256).
const WHO = `
  aap acrobaat acteur actrice agent alpaca architect arend astronaut baby bakker bankier beeldhouwer beer
  bever big bij bizon bloemist boekhouder boer boerin bok boswachter bouwer brandweer broer buffel buurman
  buurvrouw cavia chauffeur clown danser das dichter directeur dirigent dokter dolfijn draak drummer duif
  duiker eekhoorn eend eenhoorn egel ekster eland elf ezel fee fietser filmster forel fotograaf gans garnaal
  gast geit gids giraffe goochelaar gorilla haai haan haas hagedis hamster haring havik heks herder hermelijn
  hert hommel hond hovenier imker ingenieur inktvis jager journalist juf kabouter kalf kalkoen kameel kanarie
  kangoeroe kapitein kapper karper kat kater kever kikker kind kip kleermaker klimmer koala koe koekoek kok
  konijn koning koningin kraai krab kreeft krekel krokodil kuiken kunstenaar lam lama leerling leeuw leraar
  lezer libel loodgieter luipaard machinist marktman marter matroos mees meester meeuw merel metselaar mier
  moeder mol molenaar mossel mot mug muis mus muzikant neef neushoorn nicht nijlpaard ober olifant oma
  ooievaar oom opa otter paard pad paling panda panter papegaai parkiet pauw pianist piloot pinguin piraat
  poes pony poolvos postbode prins prinses professor puppy ram rechter ree regisseur reiger reiziger rendier
  renner reus ridder robot roeier roodborst salamander schaap schaatser schilder schildpad schoenmaker
  schrijver slager slak slang smid snoek specht spin spook spreeuw stier stinkdier struisvogel student
  tandarts tante tekenaar tijger timmerman toerist tovenaar trol trompettist tuinder turner tweeling uil
  uitvinder vader valk varken veulen vink violist vis visser vlieg vlinder voetballer vogel vos vriend
  vriendin walrus walvis wandelaar wasbeer wesp winkelier wolf worm zalm zanger zebra zeehond zeiler zus
  zuster zwaan zwaluw zwemmer zwijn
`.trim().split(/\s+/);

// does (128)
const DOES = `
  aait bakt bedenkt bekijkt bestelt betaalt bewaakt bewaart bewondert bezoekt boent boort borduurt borstelt
  bouwt braadt breit brengt deelt draagt draait droogt droomt duwt dweilt eet filmt fluit geeft giet gooit
  haakt haalt harkt helpt hoort huurt kamt kent kiest kleurt klopt kneedt knipt knuffelt kookt koopt krijgt
  leegt leent leert leest lijmt maait maakt meet melkt mengt metselt mist naait oefent omhelst ontvangt oogst
  opent plakt plant plukt poetst proeft raapt redt repareert roept roert rolt ruikt ruilt schildert schilt
  schrijft schroeft schudt sluit snijdt snoeit sorteert spaart speelt stampt stapelt stofzuigt strijkt stuurt
  tekent telt timmert tovert trekt typt vangt veegt verdient verft verkoopt verliest verpakt versiert verstopt
  vertrouwt verzamelt vindt voelt voert volgt vormt vouwt vult wast weeft weegt wint zaagt zaait ziet zingt
  zoekt
`.trim().split(/\s+/);

// what kind of (128)
const HOW = `
  antieke bange bekende bevroren bittere blauwe bloeiende bonte boze brede bronzen bruine dappere deftige
  dichte diepe dikke doffe donkere donzige droevige droge drukke dunne dure eerlijke fonkelende gebakken
  gebloemde geheime gekke gekookte gele geruite gesmolten gestippelde gestreepte geurige gewone gladde
  glanzende glazen glimmende goedkope gouden grappige grijze groene grote harde heldere hete hoge houten
  ijzeren jonge kleine knapperige korte koude kromme lage lange lauwe lege leren lichte lieve luie moderne
  mooie natte nieuwe open oranje oude paarse papieren pittige pluizige rechte rieten rijpe rode romige ronde
  roze rubberen rustige ruwe saaie scherpe schone slimme smalle snelle stenen sterke stille stoffen stompe
  stoute stralende trage trouwe vergeten verloren verse vierkante volle vreemde vrolijke vuile warme wijze
  winterse witte wollen zachte zeldzame zijden zilveren zoete zonnige zoute zure zware zwarte
`.trim().split(/\s+/);

// things (256).
const WHAT = `
  aardappels aardbeien akkers ananassen appels bakstenen balken ballen ballonnen bananen banken bedden bellen
  beren bergen beschuiten bessen bezems bieten bladeren bloemen blokken boeken bomen bonen borden boren
  borstels bossen boten bouten bramen brieven brillen broden broeken brokken bruggen bussen citroenen crackers
  dakpannen dalen dassen dekens deuren doosjes dozen draden dromen dropjes druiven duinen dweilen eieren
  eikels eilanden emmers erwten fietsen flessen fluiten frambozen geheimen gitaren glazen golven gordijnen
  hamers handdoeken harpen hekken heuvels hoeden horloges huizen hutten ijsjes jassen jurken kaarsen kaarten
  kammen kannen karren kassen kastanjes kastelen kasten kazen kegels kerken kersen ketels kettingen kiezels
  kisten klavers klokken klompen knikkers knopen koeken koffers kolen komkommers kommen kopjes kranten
  krijtjes kristallen krokussen kronen krukken kurken kussens kwasten laarzen lakens lampen lantaarns lelies
  lepels liedjes linten lollies madelieven manden manen matten meloenen meren messen mokken molens moppen
  mutsen naalden narcissen noten oliebollen paden pannen pannenkoeken parasols parels parken pennen peren
  perziken petten planken plannen pleinen poffertjes pompoenen poorten poppen postzegels potloden potten
  preien pruimen puddingen puzzels raadsels radijzen raketten ramen regenbogen riemen ringen ritsen rivieren
  rokken rozen rugzakken sauzen schaatsen scharen schelpen schepen schoenen schriften schroeven schuren
  sinaasappels sjaals skates sleden slingers sloffen sloten snoepjes soepen sokken spelden spiegels spijkers
  sponzen stallen stenen steppen sterren stiften stoelen straten strikken stroopwafels struiken taarten tafels
  takken tangen tapijten tassen tegels tenten toffees tollen tomaten torens touwen trams treinen trommels
  trompetten truien tuinen tulpen uien varens vazen velden verhalen vesten vijvers violen viooltjes vlaggen
  vliegers vlotten vorken wafels wagens wegen wekkers wensen wimpels wolken worsten wortels zagen zakken zepen
  zonnebloemen
`.trim().split(/\s+/);

export const LISTS = [WHO, DOES, HOW, WHAT];

// Words such as "juf" that say nothing without the name after them: the same as `before_a_name` in guess.toml (tests compare).

export const BEFORE = [
  "mama mam ma moeder moeke papa pa vader vake oma opa bomma bompa moemoe vava meme pepe mamie papy bonnie nonna",
  "babcia tante tata nonkel oom zus broer nicht neef meter plusmama pluspapa pleegmama pleegpapa stiefmama",
  "stiefpapa juf meester mevrouw meneer mijnheer mevr mr dhr buurvrouw buurman trainer coach leider leidster pater",
  "pastor pastoor imam dominee zuster dokter dr begeleider begeleidster opvoeder opvoedster consulent consulente",
  "psycholoog psychologe poes hond khalti ammi lalla ciocia wujek vriend vriendin",
].join(" ").split(" ");

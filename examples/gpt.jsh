// A GPT from its modules, step by step: what GPT.forward does, for the two tokens of "a" and for random parameters.
PythonRandom random = new PythonRandom(42);
int width = 8;
Tokenizer letters = Tokenizer.of("abc");
int[] tokens = {letters.boundary(), 0};                        // the beginning of a name, and the letter a
Embedding letterTable = new Embedding(random, 0.5, letters.vocabulary(), width);
Embedding places = new Embedding(random, 0.5, 16, width);      // a row for each position, up to 16
RMSNorm norm = new RMSNorm();
Value[][] x = new Value[2][width];                             // 2 positions x 8 numbers
for (int t = 0; t < 2; t++) {
    for (int i = 0; i < width; i++) {
        x[t][i] = letterTable.forward(tokens[t])[i].add(places.forward(t)[i]);
    }
}
// Attention: each position takes something from itself and from those before it.
Attention attention = new Attention(random, 0.5, width, 2);
Value[][][] weights = attention.weights(norm.forward(x));      // 2 heads x 2 positions x what they look at
System.out.printf("the first position looks at itself: %.2f%n", weights[0][0][0].data);
// prints the first position looks at itself: 1.00
System.out.printf("the second at both: %.2f and %.2f%n", weights[0][1][0].data, weights[0][1][1].data);
// prints the second at both: 0.47 and 0.53
Value[][] heard = attention.forward(norm.forward(x));          // 2 positions x 8 numbers
// Scores of the four tokens that can follow each position.
Linear head = new Linear(random, 0.5, width, letters.vocabulary());
System.out.println(head.forward(heard).length + " x " + head.forward(heard)[0].length);   // prints 2 x 4
// GPT puts these modules together. Like microgpt, it learns one name in each step.
PythonRandom seeded = new PythonRandom(42);
Documents names = Documents.names().shuffled(seeded);
GPT gpt = new GPT(seeded, names.tokenizer(), new ModelSize(1, 4, 16, 16));
System.out.println(gpt);   // prints GPT(layers=1, heads=4, width=16, blockSize=16), 4,192 parameters
LanguageRun run = LanguageTrainer.train(gpt, names, 200);
System.out.printf("first loss %.4f, last %.4f%n", run.history().get(0).loss(), run.history().get(199).loss());
// prints first loss 3.4430, last 3.0383
System.out.println(gpt.sample(seeded));   // prints arera

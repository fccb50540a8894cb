// An MLP on embeddings, makemore's second step: each letter is a row of numbers, and the rows of the last three letters
// are the inputs of an MLP, whose outputs are the scores of the next letter. All of them are learned.
PythonRandom random = new PythonRandom(42);
Documents names = Documents.names().shuffled(random);
Tokenizer letters = names.tokenizer();
Embedding table = new Embedding(random, 1, letters.vocabulary(), 4);   // 27 letters, 4 numbers for each
MLP mlp = new MLP(random, Activation.TANH, Initializer.GLOROT, 3 * 4, 32, letters.vocabulary());
// The name anna as tokens: a boundary, four letters, a boundary.
int[] tokens = letters.encode("anna");
System.out.println(Arrays.toString(tokens));   // prints [26, 0, 13, 13, 0, 26]
// What follows "ann"? The rows of a, n and n, one after the other, are the inputs.
Value[] context = Stream.of(0, 13, 13).flatMap(token -> Stream.of(table.forward(token))).toArray(Value[]::new);
System.out.println(context.length);   // prints 12
Value[] scores = mlp.forward(context);
Value loss = Losses.crossEntropy(scores, tokens[4]);
loss.backward();
System.out.printf("%.4f%n", loss.data);   // prints 2.9560
// The gradient reaches the rows of the letters, too.
System.out.println(table.forward(13)[0].grad != 0);   // prints true
// ContextMLP is this network, for every position of a name.
LanguageModel model = LanguageModelKind.MLP.create(random, letters, new ModelSize(1, 1, 8, 3));
LanguageRun run = LanguageTrainer.train(model, names, 500);
System.out.println(run.message());   // prints finished: loss 2.48 in the last 100 steps (3.30 by guessing)
System.out.println(model.sample(random, 0.5, "an"));   // prints ann

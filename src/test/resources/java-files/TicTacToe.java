import java.util.Arrays;
import java.util.stream.Collectors;

class TicTacToe {
    static final int N = 3;
    static final char EMPTY = '.', X = 'X', O = 'O';
    final char[][] board = new char[N][N];
    int[][] lines = {
        {0, 0, 0, 1}, {1, 0, 0, 1}, {2, 0, 0, 1}, // rows
        {0, 0, 1, 0}, {0, 1, 1, 0}, {0, 2, 1, 0}, // columns
        {0, 0, 1, 1}, {0, 2, 1, -1},
    };

    {
        for (char[] row : board) Arrays.fill(row, EMPTY);
    }

    boolean wins(char player) {
        search:
        for (int[] line : lines) {
            for (int i = 0; i < N; i++)
                if (board[line[0] + i * line[2]][line[1] + i * line[3]] != player) continue search;
            return true;
        }
        return false;
    }

    int best(char player, int depth) {
        char other = player == X ? O : X;
        if (wins(other)) return -10 + depth;
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < N * N; i++) {
            if (board[i / N][i % N] != EMPTY) continue;
            board[i / N][i % N] = player;
            best = Math.max(best, -best(other, depth + 1));
            board[i / N][i % N] = EMPTY;
        }
        return best == Integer.MIN_VALUE ? 0 : best;
    }

    public static void main(String[] args) {
        var game = new TicTacToe();
        game.board[0][0] = X; game.board[1][1] = O;
        game.board[2][2] = X;
        System.out.println(game);
        System.out.println(game.best(O, 0) + " " + game.wins(X));
        int state = 0;
        while (true) {
            switch (state) {
                case 0: state = 2; break;
                case 2: { state++; }
                // falls through
                case 3:
                    System.out.println("state " + state);
                    state = -1;
                    break;
                default:
                    return;
            }
        }
    }

    @Override public String toString() {
        return Arrays.stream(board).map(String::new).collect(Collectors.joining("\n"));
    }
}

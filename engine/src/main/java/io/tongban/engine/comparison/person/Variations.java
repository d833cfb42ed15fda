package io.tongban.engine.comparison.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The persons around one: first those that differ from that person in one point, then in two, and so on as far as a number of
 * persons allows; what is left of it is drawn by chance, always the same.
 *
 * @param completeTo all that differ in at most so many points are among them
 * @param drawn how many were drawn by chance among those that differ in more
 */
record Variations(List<int[]> choices, int completeTo, int drawn) {

    static final int SEED = 20170406;

    /**
     * The variations of the choices in these dimensions, of which each has so many values.
     *
     * @param most the most that may be made
     */
    static Variations of(int[] around, List<Integer> dimensions, int[] sizes, int most) {
        List<int[]> made = new ArrayList<>(List.of(around));
        int completeTo = 0;
        for (int points = 1; points <= dimensions.size(); points++) {
            if (made.size() + count(dimensions, sizes, points) > most) {
                break;
            }
            vary(around.clone(), dimensions, sizes, 0, points, made);
            completeTo = points;
        }
        int drawn = completeTo == dimensions.size() ? 0 : Math.max(0, most - made.size());
        Random random = new Random(SEED);
        for (int i = 0; i < drawn; i++) {
            made.add(drawn(around, dimensions, sizes, completeTo + 1, random));
        }
        return new Variations(made, completeTo, drawn);
    }

    private static void vary(
            int[] current, List<Integer> dimensions, int[] sizes, int first, int points, List<int[]> made) {
        if (points == 0) {
            made.add(current.clone());
            return;
        }
        for (int i = first; i <= dimensions.size() - points; i++) {
            int dimension = dimensions.get(i);
            int own = current[dimension];
            for (int choice = 0; choice < sizes[dimension]; choice++) {
                if (choice != own) {
                    current[dimension] = choice;
                    vary(current, dimensions, sizes, i + 1, points - 1, made);
                }
            }
            current[dimension] = own;
        }
    }

    /** How many there are in these dimensions, or that there are more than so many. */
    static long all(List<Integer> dimensions, int[] sizes, int most) {
        long all = 1;
        for (int dimension : dimensions) {
            all = Math.min(most + 1L, all * sizes[dimension]);
        }
        return all;
    }

    /** How many differ in exactly so many of the dimensions. */
    private static long count(List<Integer> dimensions, int[] sizes, int points) {
        long[] ways = new long[points + 1];
        ways[0] = 1;
        for (int dimension : dimensions) {
            for (int p = points; p >= 1; p--) {
                ways[p] += ways[p - 1] * (sizes[dimension] - 1);
            }
        }
        return ways[points];
    }

    private static int[] drawn(int[] around, List<Integer> dimensions, int[] sizes, int points, Random random) {
        int[] drawn = around.clone();
        for (int i = 0; i < points; i++) {
            int dimension = dimensions.get(random.nextInt(dimensions.size()));
            drawn[dimension] = random.nextInt(sizes[dimension]);
        }
        return drawn;
    }
}

package io.tongban.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the problem for a request that can be read but is not valid; it names places, never the values there. */
public final class InvalidRequest {

    /** A small request can be wrong at very many places, and its answer must not be a large one. */
    private static final int MOST_PLACES = 100;

    private InvalidRequest() {}

    /**
     * A request whose body is wrong at one place.
     *
     * @param pointer such as {@code #/sender/name}
     * @param code what is wrong; its text is {@code field.<code>} in the problem texts
     * @param type what is expected at the place
     * @param limits of what is expected, in the words of JSON Schema; the text can name them
     */
    public static Problem at(String pointer, String code, Class<?> type, Map<String, ?> limits) {
        return of(List.of(place(InvalidPlace.POINTER, pointer, code, type, limits)));
    }

    /** A request whose parameter or header is wrong; see {@link #at}. */
    public static Problem parameter(String name, String code, Class<?> type, Map<String, ?> limits) {
        return of(List.of(place(InvalidPlace.PARAMETER, name, code, type, limits)));
    }

    /** A request that is wrong at all of these places, of which the first are named. */
    public static Problem of(List<InvalidPlace> places) {
        Problem problem = Problem.of(GeneralProblem.INVALID_REQUEST);
        return places.size() <= MOST_PLACES
                ? problem.at(places)
                : problem.at(places.subList(0, MOST_PLACES)).with("errorsLeftOut", places.size() - MOST_PLACES);
    }

    private static InvalidPlace place(String member, String place, String code, Class<?> type, Map<String, ?> limits) {
        ExpectedForm expected = ExpectedForm.of(type);
        for (Map.Entry<String, ?> limit : new TreeMap<>(limits).entrySet()) { // in one order
            expected = expected.with(limit.getKey(), limit.getValue());
        }
        return InvalidPlace.of(member, place, code, expected);
    }
}

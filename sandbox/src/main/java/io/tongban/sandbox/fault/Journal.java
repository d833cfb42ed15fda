package io.tongban.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the callers of one load were told: what had been done, what was refused, and what they were not told in the end. */
public final class Journal {

    private final ConcurrentLinkedQueue<Act> acts = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Integer> unforeseen = new ConcurrentHashMap<>();
    private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();

    void told(Act act) {
        acts.add(act);
    }

    /** A request in order was refused. */
    void refused(String why) {
        refusals.merge(why, 1, Integer::sum);
    }

    /** An answer that no caller can do anything about. */
    void unforeseen(String answer) {
        unforeseen.merge(answer, 1, Integer::sum);
    }

    /** Something of this visit or case may have been done, and nobody was told. */
    void unanswered(UUID visitOrCase) {
        unanswered.add(visitOrCase);
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    boolean isUnanswered(UUID visitOrCase) {
        return unanswered.contains(visitOrCase);
    }

    /** How many acts were told. */
    public int count() {
        return acts.size();
    }

    /** How often each was refused, by step and problem. */
    public Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** How often each was answered. */
    public Map<String, Integer> unforeseen() {
        return new TreeMap<>(unforeseen);
    }
}

package io.tongban.permit.event;

import java.util.List;

/** A room of this service that does something about what happens to cases. A feature declares it as a bean; its name has a row in the database. */
public interface FeedFollower {

    String name();

    /**
     * Takes the next events, within the transaction that also keeps how far it has come: what is written here is written once. No remote
     * call is made.
     */
    void take(List<PublishedEvent> events);
}

package io.tongban.sandbox.fault;

/** What is done to the network when a step of a case is about to be sent for the first time. */
@FunctionalInterface
public interface BeforeStep {

    BeforeStep NOTHING = step -> {};

    void before(Step step) throws InterruptedException;
}

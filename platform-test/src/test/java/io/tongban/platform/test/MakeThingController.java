package io.tongban.platform.test;

import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes things once; the name of a thing says how its making goes. */
@RestController
class MakeThingController {

    private final Things things;

    /** Where a thing named "slow" arrives, and what it waits for. */
    volatile CountDownLatch arrived = new CountDownLatch(1);

    volatile CountDownLatch mayGoOn = new CountDownLatch(1);

    MakeThingController(Things things) {
        this.things = things;
    }

    @PostMapping("/things")
    @IdempotentCreate
    ResponseEntity<Map<String, String>> make(@RequestBody NewThing thing) throws InterruptedException {
        if (thing.name().startsWith("refused")) {
            throw Problem.of(GeneralProblem.NOT_FOUND);
        }
        if (thing.name().startsWith("slow")) {
            arrived.countDown();
            if (!mayGoOn.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the slow thing go on");
            }
        }
        UUID id = thing.name().startsWith("many statements")
                ? things.makeByManyStatements(thing.name())
                : things.make(thing.name());
        if (thing.name().startsWith("committed, then broken")) {
            throw new IllegalStateException("broken after the commit");
        }
        return ResponseEntity.created(URI.create("/things/" + id))
                .eTag("\"1\"")
                .body(Map.of("id", id.toString(), "name", thing.name()));
    }

    @PostMapping("/other-things")
    @IdempotentCreate
    ResponseEntity<Map<String, String>> makeOther(@RequestBody NewThing thing) {
        return ResponseEntity.ok(Map.of("id", things.make(thing.name()).toString()));
    }

    @PostMapping("/things/twice")
    String makeTwice(@RequestBody NewThing thing) {
        things.makeTwice(thing.name());
        return "never";
    }

    record NewThing(String name) {}
}

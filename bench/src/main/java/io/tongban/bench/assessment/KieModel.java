package io.tongban.bench.assessment;

import io.tongban.engine.assessment.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The rules of R1 as a DMN model, run by KIE as it comes. */
public final class KieModel {

    private final DMNRuntime runtime;
    private final DMNModel model;

    public KieModel() {
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newClassPathResource("residence-permit-R1.dmn", KieModel.class)))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().getFirst();
    }

    /** Evaluates every decision of the model. */
    public DMNResult evaluate(Map<String, Object> facts) {
        DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        return runtime.evaluateAll(model, context);
    }

    /** What each route comes to. */
    public Map<String, Outcome> outcomes(Map<String, Object> facts) {
        DMNResult result = evaluate(facts);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String route : List.of("employment", "residence", "study")) {
            outcomes.put(route, Outcome.valueOf((String) result.getContext().get(route + "Outcome")));
        }
        return outcomes;
    }
}

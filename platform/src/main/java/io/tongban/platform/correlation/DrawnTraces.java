package io.tongban.platform.correlation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Records the traces of requests, which {@link TracedCalls} has chosen before they are observed, and a share of all others. */
final class DrawnTraces implements Sampler {

    private final Sampler others;

    private DrawnTraces(double share) {
        this.others = Sampler.traceIdRatioBased(share);
    }

    /** Whoever records a trace decides for all that follows from it. */
    static Sampler of(double share) {
        return Sampler.parentBased(new DrawnTraces(share));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? SamplingResult.recordAndSample()
                : others.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "DrawnTraces{others=" + others.getDescription() + "}";
    }
}

package io.tongban.insurance.evidence;

/** What is handed out: the document and its compact JWS, whose payload is the same document. */
public record SignedEvidence(EvidenceDocument document, String jws) {

    @Override
    public String toString() {
        return "SignedEvidence[" + document.evidenceId() + "]";
    }
}

package io.tongban.permit.casefile.reception;

import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.ActGuard;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.Change;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.LedgerEntries;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The applicant says something on record, whatever the case has come to; nobody has to have seen its latest version for that. */
@Service
public class AddStatement {

    private final CaseRecords records;

    AddStatement(CaseRecords records) {
        this.records = records;
    }

    /** Records the statement, after whatever else happens to the case at the same time. */
    public Recorded add(CaseId id, Statement statement, Actor actor) {
        return records.changeLatest(id, actor, latest -> {
            ActGuard.require(Act.STATEMENTS, latest.state());
            return new Change(latest, List.of(new Event(LedgerEntries.statementAdded(statement))));
        });
    }
}

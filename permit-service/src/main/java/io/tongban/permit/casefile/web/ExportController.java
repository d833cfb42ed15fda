package io.tongban.permit.casefile.web;

import io.tongban.engine.replay.CaseExport;
import io.tongban.permit.casefile.CaseId;
import io.tongban.permit.casefile.export.ExportCase;
import io.tongban.platform.security.Caller;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

    private final CaseReading reading;
    private final ExportCase exportCase;

    ExportController(CaseReading reading, ExportCase exportCase) {
        this.reading = reading;
        this.exportCase = exportCase;
    }

    @GetMapping("/api/v1/cases/{id}/export")
    ResponseEntity<CaseExport> export(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(exportCase.export(reading.exportable(new CaseId(id), caller)));
    }
}

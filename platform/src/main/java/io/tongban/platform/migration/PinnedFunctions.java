package io.tongban.platform.migration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets every function of a schema look for names in the catalogue and in its own schema only: without it, whoever makes a temporary
 * table of a name that a trigger reads decides what the trigger sees (PostgreSQL looks there first).
 */
final class PinnedFunctions {

    private PinnedFunctions() {}

    /** @param owner of the schema's objects; those of extensions are left as they are */
    static void pin(JdbcClient owner, String schema) {
        List<String> functions =
                owner.sql("""
                        select oid::regprocedure::text
                        from pg_proc
                        where pronamespace = cast(:schema as regnamespace)
                            and proowner = cast(current_user as regrole)
                            and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')
                            and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
                        """).param("schema", schema).query(String.class).list();
        for (String function : functions) {
            owner.sql("alter function %s set search_path = pg_catalog, %s, pg_temp".formatted(function, schema))
                    .update();
        }
    }
}

package io.tongban.platform.entitytag;

import io.tongban.platform.argument.ArgumentAutoConfiguration;
import io.tongban.platform.argument.HeaderArgument;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Hands the version that a caller saw to controllers. */
@AutoConfiguration(before = ArgumentAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class EntityTagAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "ifMatch")
    HeaderArgument<IfMatch> ifMatch() {
        return new HeaderArgument<>(
                IfMatch.class,
                IfMatch.HEADER,
                "The ETag that was read: what was changed since is not changed again.",
                List.of(),
                IfMatch::new);
    }
}

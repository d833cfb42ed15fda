{{/* Each helper takes a dict: root (the chart's context), name and service (one entry of services). */}}

{{- define "tongban.fullname" -}}
{{ .root.Release.Name }}-{{ .name }}
{{- end }}

{{- define "tongban.address" -}}
{{ ternary "https" "http" .root.Values.tls.enabled }}://{{ include "tongban.fullname" . }}:8080
{{- end }}

{{- define "tongban.selectorLabels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
tongban.io/lane: {{ .root.Values.lane }}
{{- end }}

{{- define "tongban.labels" -}}
{{ include "tongban.selectorLabels" . }}
app.kubernetes.io/part-of: tongban
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "tongban.image" -}}
{{ required "set registry to the place of the images, for example registry.example/tongban" .root.Values.registry }}/{{ .service.image }}:{{ .service.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "tongban.settings" -}}
SERVER_PORT: "8080"
MANAGEMENT_SERVER_PORT: "8081"
JAVA_TOOL_OPTIONS: {{ .service.javaOptions | quote }}
TONGBAN_ENVIRONMENT: production
{{- if not (or .root.Values.networkEncrypted .root.Values.tls.enabled) }}
{{- fail "set networkEncrypted to true once the network encrypts what pods say to each other (a service mesh, or WireGuard or IPsec of the network plugin), or set tls.enabled: services read each other's keys" }}
{{- end }}
TONGBAN_NETWORK_ENCRYPTED: {{ .root.Values.networkEncrypted | quote }}
{{- if .root.Values.tls.enabled }}
SERVER_SSL_BUNDLE: server
SPRING_SSL_BUNDLE_PEM_SERVER_KEYSTORE_CERTIFICATE: /etc/tongban/tls/tls.crt
SPRING_SSL_BUNDLE_PEM_SERVER_KEYSTORE_PRIVATEKEY: /etc/tongban/tls/tls.key
SPRING_SSL_BUNDLE_PEM_SERVER_RELOADONUPDATE: "true"
MANAGEMENT_SERVER_SSL_ENABLED: "false"
TONGBAN_TLS_TRUSTED_CERTIFICATES: /etc/tongban/tls/ca.crt
{{- end }}
TONGBAN_SECURITY_ISSUER: {{ required "set issuer to the address of the realm, for example https://id.example/realms/tongban" .root.Values.issuer | quote }}
{{- with .root.Values.jwkSetUri }}
TONGBAN_SECURITY_JWK_SET_URI: {{ . | quote }}
{{- end }}
{{- if hasKey .service "keysSecret" }}
TONGBAN_KEYS_LOCATION: /etc/tongban/keys
{{- end }}
{{- if eq .name "gateway" }}
TONGBAN_ROUTES_PERMIT_SERVICE: {{ include "tongban.address" (dict "root" .root "name" "permit-service") }}
TONGBAN_ROUTES_COMMUNITY_SERVICE: {{ include "tongban.address" (dict "root" .root "name" "community-service") }}
{{- if .root.Values.replicaComparison.enabled }}
TONGBAN_REPLICAS_SELECTOR: {{ .root.Values.replicaComparison.selector | quote }}
{{- end }}
{{- end }}
{{- if eq .name "permit-service" }}
TONGBAN_CONTRIBUTIONS_URL: {{ include "tongban.address" (dict "root" .root "name" "insurance-adapter") }}
TONGBAN_CONTRIBUTIONS_TOKEN_URI: {{ .root.Values.tokenUri | default (printf "%s/protocol/openid-connect/token" .root.Values.issuer) | quote }}
TONGBAN_CONTRIBUTIONS_CLIENT_ID: permit-service
TONGBAN_VISIT_PASS_JWK_SET_URI: {{ include "tongban.address" (dict "root" .root "name" "community-service") }}/.well-known/jwks.json
{{- end }}
{{- if eq .name "community-service" }}
TONGBAN_PERMIT_SERVICE_URL: {{ include "tongban.address" (dict "root" .root "name" "permit-service") }}
TONGBAN_PERMIT_SERVICE_TOKEN_URI: {{ .root.Values.tokenUri | default (printf "%s/protocol/openid-connect/token" .root.Values.issuer) | quote }}
TONGBAN_PERMIT_SERVICE_CLIENT_ID: community-service
{{- end }}
{{- range $variable, $value := .service.env }}
{{ $variable }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "tongban.tlsSecret" -}}
{{- if .root.Values.tls.certManager.issuer -}}
{{ include "tongban.fullname" . }}-tls
{{- else -}}
{{ required (printf "set services.%s.tlsSecret to the Secret with tls.crt, tls.key, ca.crt, or tls.certManager.issuer" .name) .service.tlsSecret }}
{{- end }}
{{- end }}

{{- define "tongban.fromSecret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* What a service is told of its database; no owner is named in it. */}}
{{- define "tongban.database" -}}
{{- $secret := required (printf "set services.%s.databaseSecret to the Secret with url, username, password" .name) .service.databaseSecret }}
{{- range $variable, $key := dict "SPRING_DATASOURCE_URL" "url" "SPRING_DATASOURCE_USERNAME" "username" "SPRING_DATASOURCE_PASSWORD" "password" }}
{{ include "tongban.fromSecret" (dict "variable" $variable "secret" $secret "key" $key) }}
{{- end }}
{{- end }}

{{/* What only migrate is told: the owner of the service's schema, and of each schema that has an owner of its own. */}}
{{- define "tongban.owners" -}}
{{- $name := .name }}
{{- $secret := required (printf "set services.%s.migration.ownerSecret to the Secret with username, password" .name) .service.migration.ownerSecret }}
{{- include "tongban.fromSecret" (dict "variable" "SPRING_FLYWAY_USER" "secret" $secret "key" "username") }}
{{ include "tongban.fromSecret" (dict "variable" "SPRING_FLYWAY_PASSWORD" "secret" $secret "key" "password") }}
{{- range $schema, $of := .service.migration.schemas }}
{{- $variable := printf "TONGBAN_MIGRATION_SCHEMAS_%s" (upper $schema) }}
{{- $owner := required (printf "set services.%s.migration.schemas.%s.ownerSecret to the Secret with username, password" $name $schema) $of.ownerSecret }}
{{ include "tongban.fromSecret" (dict "variable" (printf "%s_USER" $variable) "secret" $owner "key" "username") }}
{{ include "tongban.fromSecret" (dict "variable" (printf "%s_PASSWORD" $variable) "secret" $owner "key" "password") }}
{{- end }}
{{- end }}

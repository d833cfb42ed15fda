// A page to read: nothing can be sent from it, no token is asked for, and it asks nobody but this gateway.
const nothing = () => null;

SwaggerUIBundle({
  url: "/openapi",
  dom_id: "#description",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
  plugins: [() => ({ wrapComponents: { authorizeBtn: () => nothing, authorizeOperationBtn: () => nothing } })],
});

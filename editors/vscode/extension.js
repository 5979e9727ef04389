// Starts planlint's language server for the folder that is open, and stops it when the folder is closed.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;
exports.activate = () => {
  const [command, ...args] = vscode.workspace.getConfiguration("planlint").get("command");
  const documentSelector = [{ scheme: "file", language: "yaml", pattern: "**/plans/**" }];
  client = new LanguageClient("planlint", "planlint", { command, args }, { documentSelector });
  return client.start();
};
exports.deactivate = () => client?.stop();

// Drives scimd with Octokit, GitHub's client, whose plugin for Enterprise Cloud speaks SCIM: it creates, finds, patches,
// groups and deletes. The server gets GitHub's base path by configuration and is otherwise as always.
//
//     node clients.mjs BINARY DATABASE FOLDER
//
// FOLDER has node_modules. Prints a line a check and exits with 1 if one fails.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [binary, database, folder] = process.argv.slice(2);
const TOKEN = "clients-token-0123456789abcdef";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const counts = { passed: 0, failed: 0 };

const modules = join(resolve(folder), "node_modules");
const load = async (name) => {
  const own = join(modules, name, "package.json");
  const { exports, main } = createRequire(own)(own);
  const entry = exports?.["."]?.default ?? exports?.["."]?.import ?? main;
  return import(pathToFileURL(join(modules, name, entry)));
};

function check(what, passed, came) {
  counts[passed ? "passed" : "failed"] += 1;
  console.log(`  ${passed ? "passed" : "FAILED"}  Octokit: ${what}${passed ? "" : `: ${JSON.stringify(came).slice(0, 1000)}`}`);
}

// Starts the server and gives it with the address that it listens on.
async function start() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("SCIMD_")));
  const server = spawn(binary, ["serve"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...env,
      SCIMD_LISTEN: "127.0.0.1:0",
      SCIMD_DATABASE: database,
      SCIMD_BOOTSTRAP_TOKEN: TOKEN,
      SCIMD_BASE_PATHS: "/scim/v2/enterprises/{org}",
      SCIMD_LOG: "warn",
    },
  });
  const guard = setTimeout(() => server.kill("SIGKILL"), 60_000);
  for await (const line of createInterface({ input: server.stdout })) {
    const url = line.match(/^Docs: (http:\/\/[^/]+)/);
    if (url) {
      clearTimeout(guard);
      return [server, url[1]];
    }
  }
  throw new Error("scimd ended, or printed no URL within a minute");
}

async function drive(baseUrl) {
  const { Octokit } = await load("@octokit/core");
  const { enterpriseCloud } = await load("@octokit/plugin-enterprise-cloud");
  const octokit = new (Octokit.plugin(enterpriseCloud))({
    baseUrl,
    log: { debug() {}, info() {}, warn: console.error, error() {} },
  });
  octokit.hook.before("request", (options) => {
    options.headers.authorization = `Bearer ${TOKEN}`;
    // What GitHub's reference asks for at these endpoints.
    options.headers.accept = "application/scim+json";
  });
  const scim = octokit.enterpriseAdmin;
  const enterprise = "default";
  const named = 'userName eq "OCTOCAT@example.com"';

  const before = await scim.listProvisionedIdentitiesEnterprise({ enterprise, filter: named });
  check("look for a user that is not there", before.status === 200 && before.data.totalResults === 0, before.data);

  const user = await scim.provisionEnterpriseUser({
    enterprise,
    schemas: [USER],
    externalId: "E012345",
    active: true,
    userName: "octocat@example.com",
    name: { formatted: "Ms. Mona Lisa Octocat", familyName: "Octocat", givenName: "Mona" },
    displayName: "Mona Lisa",
    emails: [{ value: "octocat@example.com", type: "work", primary: true }],
    roles: [{ value: "User", primary: false }],
  });
  const scim_user_id = user.data.id;
  check("create", user.status === 201 && user.data.userName === "octocat@example.com", user.data);

  const found = await scim.listProvisionedIdentitiesEnterprise({ enterprise, filter: named });
  check("find", found.data.Resources?.length === 1 && found.data.Resources[0].id === scim_user_id, found.data);

  const patched = await scim.updateAttributeForEnterpriseUser({
    enterprise,
    scim_user_id,
    schemas: [PATCH],
    Operations: [{ op: "replace", path: "name.familyName", value: "Lisa" }],
  });
  const shown = await scim.getProvisioningInformationForEnterpriseUser({ enterprise, scim_user_id });
  check("patch", patched.status === 200 && shown.data.name.familyName === "Lisa", shown.data);

  const replaced = await scim.setInformationForProvisionedEnterpriseUser({
    enterprise,
    scim_user_id,
    schemas: [USER],
    externalId: "E012345",
    active: false,
    userName: "octocat@example.com",
    name: { familyName: "Octocat", givenName: "Mona" },
    displayName: "Mona",
    emails: [{ value: "octocat@example.com", type: "work", primary: true }],
  });
  check("replace", replaced.data.active === false && replaced.data.displayName === "Mona", replaced.data);

  const group = await scim.provisionEnterpriseGroup({
    enterprise,
    schemas: [GROUP],
    externalId: "8aa1a0c0",
    displayName: "octocats",
    members: [{ value: scim_user_id, displayName: "Mona" }],
  });
  const scim_group_id = group.data.id;
  check("group", group.status === 201 && group.data.members[0].value === scim_user_id, group.data);

  await scim.updateAttributeForEnterpriseGroup({
    enterprise,
    scim_group_id,
    schemas: [PATCH],
    Operations: [{ op: "remove", path: `members[value eq "${scim_user_id}"]` }],
  });
  const emptied = await scim.getProvisioningInformationForEnterpriseGroup({ enterprise, scim_group_id });
  check("take out of the group", (emptied.data.members ?? []).length === 0, emptied.data);

  const groupGone = await scim.deleteScimGroupFromEnterprise({ enterprise, scim_group_id });
  const userGone = await scim.deleteUserFromEnterprise({ enterprise, scim_user_id });
  const status = await scim
    .getProvisioningInformationForEnterpriseUser({ enterprise, scim_user_id })
    .then((answer) => answer.status, (error) => error.status);
  check("delete", groupGone.status === 204 && userGone.status === 204 && status === 404, status);
}

const [server, baseUrl] = await start();
try {
  await drive(baseUrl);
} catch (error) {
  check("goes on", false, `${error.message} ${JSON.stringify(error.response?.data ?? "")}`);
} finally {
  server.kill("SIGKILL");
}
console.log(`clients: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed >= 8 ? 0 : 1);

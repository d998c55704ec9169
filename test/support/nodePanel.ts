import { reRankSearchResults } from '@n8n/utils/search/re-rank-search-results';
import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INodeType } from 'n8n-workflow';
import ipqsCodex from '../../nodes/Ipqs/Ipqs.node.json';
import { Ipqs } from '../../nodes/Ipqs/Ipqs.node';
import backtestCodex from '../../nodes/IpqsBacktest/IpqsBacktest.node.json';
import { IpqsBacktest } from '../../nodes/IpqsBacktest/IpqsBacktest.node';
import criteriaCodex from '../../nodes/IpqsCriteria/IpqsCriteria.node.json';
import { IpqsCriteria } from '../../nodes/IpqsCriteria/IpqsCriteria.node';
import phoneCodex from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node.json';
import { IpqsPhoneValidation } from '../../nodes/IpqsPhoneValidation/IpqsPhoneValidation.node';
import nodesOfN8n from '../fixtures/node-panel.json';

const panelItem = (key: string, displayName: string, alias: string[]) => ({
	key,
	properties: { displayName, codex: { alias } },
});

const ownItem = (node: INodeType, codex: { node: string; alias: string[] }) =>
	panelItem(codex.node, node.description.displayName, codex.alias);

/** Our nodes, in the order of package.json. */
const OWN_ITEMS = [
	ownItem(new Ipqs(), ipqsCodex),
	ownItem(new IpqsBacktest(), backtestCodex),
	ownItem(new IpqsCriteria(), criteriaCodex),
	ownItem(new IpqsPhoneValidation(), phoneCodex),
];

const ITEMS = [...nodesOfN8n.map(({ name, displayName, alias }) => panelItem(name, displayName, alias)), ...OWN_ITEMS];

const BOOSTS = Object.fromEntries(nodesOfN8n.map(({ name, boost }) => [name, boost]));

/** The display names of our nodes. */
export const OWN_NODES: readonly string[] = OWN_ITEMS.map(({ properties }) => properties.displayName);

/**
 * Searches the nodes of n8n and ours as the node panel of n8n's editor does (`searchNodes` and `useViewStacks` in n8n-editor-ui 2.41):
 * a fuzzy search over display names and aliases, then the boosts. n8n shows some triggers merged into their app; here they are items
 * of their own, so that no rank is better than in n8n.
 *
 * @returns display names, best first
 */
export const searchNodePanel = (words: string): string[] =>
	reRankSearchResults(sublimeSearch(words.toLowerCase(), ITEMS), { popularity: BOOSTS }).map(({ item }) => item.properties.displayName);

/** Help stands under its field, so that fields side by side are on one line however long the help is. */
export const BELOW: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** Where the page that providers come back to says what they answered. */
export const signInChannel = 'bucketmark-signed-in';
